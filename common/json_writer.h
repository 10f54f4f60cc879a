#ifndef ARCHIVE_COMMON_JSON_WRITER_H_
#define ARCHIVE_COMMON_JSON_WRITER_H_

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

// Writes JSON to a stream, comma by comma.  All JSON of both programs goes
// through here: escaping and separators are decided once.
//
//   json.BeginObject();
//   json.Key("total").Int(3);
//   json.EndObject();
//
// Strings may be of any bytes: what is not UTF-8 is written as U+FFFD, control
// characters and marks that turn the direction of writing as \uXXXX, the rest
// of Unicode as it is.
//
// The stream has all that is written at the end of each outermost value: until
// then nobody else may write to it, unless Flush() was called.
class JsonWriter {
 public:
  explicit JsonWriter(std::ostream& out) : out_(out) {}
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void BeginObject() { Open('{'); }
  void EndObject() { Close('}'); }
  void BeginArray() { Open('['); }
  void EndArray() { Close(']'); }
  JsonWriter& Key(std::string_view name);
  void String(std::string_view value);
  void Int(std::int64_t value);
  // At most six digits behind the point; REQUIRES: finite.
  void Double(double value);
  void Bool(bool value);
  void Null();
  void Flush();

 private:
  void Open(char bracket);
  void Close(char bracket);
  void Separate();
  void Quote(std::string_view text);
  void EndValue();

  std::ostream& out_;
  std::string text_;  // not in the stream yet: a call of it costs more
  std::vector<bool> has_items_;  // one per open bracket
  bool after_key_ = false;
};

}  // namespace archive

#endif  // ARCHIVE_COMMON_JSON_WRITER_H_
