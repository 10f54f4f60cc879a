// YAML's events → fields.  A border to libyaml, of which the tree is not built:
// so an alias is never expanded.
#include <memory>
#include <utility>

#include <yaml.h>

#include "common/text/utf8.h"
#include "indexer/readers/front_matter.h"

namespace archive {
namespace {

constexpr std::size_t kDeepest = 64;

// What the scalars in a collection are to the page.
enum class Role : unsigned char {
  kFields,  // a map of the page's fields
  kValues,  // a list that is a field
  kObject,  // a map in a field: its name counts
  kIgnored,
};

struct Level {
  Role role;
  bool is_map;
  std::string field = {};  // of the page
  std::string key = {};    // in this map, when its value comes next
  bool has_key = false;
};

bool IsNameOfObject(std::string_view key) {
  return key == "name" || key == "title" || key == "display_name";
}

class FieldsFromEvents {
 public:
  // False: deeper than anybody writes.
  bool Open(bool is_map) {
    if (levels_.size() >= kDeepest) return false;
    levels_.push_back(Inside(is_map));
    return true;
  }

  void Close() {
    if (!levels_.empty()) levels_.pop_back();
    EndValue();
  }

  void Take(std::string text) {
    if (levels_.empty()) return;
    Level& level = levels_.back();
    if (level.is_map && !level.has_key) {
      level.key = std::move(text);
      level.has_key = true;
      return;
    }
    if (level.role == Role::kFields)
      AddFrontValue(level.key, std::move(text), fields_);
    else if (level.role == Role::kValues ||
             (level.role == Role::kObject && IsNameOfObject(level.key)))
      AddFrontValue(level.field, std::move(text), fields_);
    EndValue();
  }

  FrontFields TakeFields() { return std::move(fields_); }

 private:
  Level Inside(bool is_map) const {
    if (levels_.empty())
      return {is_map ? Role::kFields : Role::kIgnored, is_map};
    const Level& outer = levels_.back();
    const bool is_key = outer.is_map && !outer.has_key;
    if (is_key || outer.role == Role::kIgnored || outer.role == Role::kObject)
      return {Role::kIgnored, is_map};
    const std::string& field =
        outer.role == Role::kFields ? outer.key : outer.field;
    if (!is_map) return {Role::kValues, false, field};
    if (outer.role == Role::kFields && HoldsFrontFields(field))
      return {Role::kFields, true};
    return {Role::kObject, true, field};
  }

  void EndValue() {
    if (levels_.empty() || !levels_.back().is_map) return;
    Level& level = levels_.back();
    // A collection for a key is a key that means nothing.
    if (level.has_key)
      level.has_key = false;
    else
      level.has_key = true, level.key.clear();
  }

  std::vector<Level> levels_;
  FrontFields fields_;
};

struct ParserDeleted {
  void operator()(yaml_parser_t* parser) const { yaml_parser_delete(parser); }
};

// Owns: what the event holds.
class Event {
 public:
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { yaml_event_delete(&event_); }

  bool Next(yaml_parser_t& parser) {
    return yaml_parser_parse(&parser, &event_) != 0;
  }
  yaml_event_type_t type() const { return event_.type; }
  std::string Text() const {
    const auto& scalar = event_.data.scalar;  // NOLINT(*-union-access)
    return {reinterpret_cast<const char*>(scalar.value), scalar.length};
  }

 private:
  yaml_event_t event_ = {};
};

}  // namespace

std::optional<FrontFields> YamlFields(std::string_view yaml) {
  yaml_parser_t state;
  if (yaml_parser_initialize(&state) == 0) return std::nullopt;
  const std::unique_ptr<yaml_parser_t, ParserDeleted> parser(&state);
  yaml_parser_set_encoding(&state, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(
      &state, reinterpret_cast<const unsigned char*>(yaml.data()), yaml.size());
  FieldsFromEvents fields;
  for (;;) {
    Event event;
    if (!event.Next(state)) return std::nullopt;
    switch (event.type()) {
      case YAML_SCALAR_EVENT:
        fields.Take(event.Text());
        break;
      case YAML_ALIAS_EVENT:
        fields.Take("");
        break;
      case YAML_MAPPING_START_EVENT:
      case YAML_SEQUENCE_START_EVENT:
        if (!fields.Open(event.type() == YAML_MAPPING_START_EVENT))
          return std::nullopt;
        break;
      case YAML_MAPPING_END_EVENT:
      case YAML_SEQUENCE_END_EVENT:
        fields.Close();
        break;
      case YAML_DOCUMENT_END_EVENT:
      case YAML_STREAM_END_EVENT:
        return fields.TakeFields();
      default:
        break;
    }
  }
}

}  // namespace archive
