#include "indexer/analysis/corrections.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/dates/timestamp.h"
#include "common/index/librarian_text.h"
#include "common/index/schema.h"
#include "common/text/utf8.h"
#include "indexer/readers/article_parts.h"

namespace archive {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} * 1024 * 1024;
constexpr std::string_view kBetweenAuthors = "; ";

// What can be put right, one row a field.
struct CorrectableField {
  FieldId field;
  // Sets the value, which makes sense.
  void (*set)(const std::string& value, Article& article);
  // Moves what is there to `before`, and back.
  void (*keep)(Article& article, CorrectedValues& before);
  void (*restore)(const CorrectedValues& before, Article& article);
  // How the article's value is written in a line.
  std::string (*written)(const Article& article);
};

std::vector<std::string> AuthorsIn(std::string_view value) {
  std::vector<std::string> authors;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(';'), value.size());
    std::string author = CleanValue(value.substr(0, end));
    if (!author.empty()) authors.push_back(std::move(author));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return authors;
}

void SetDate(const std::string& value, Article& article) {
  article.published.reset();
  if (const auto when = ParseTimestamp(value))
    article.published = Publication{*when, DateSource::kLibrarian, 1};
}

template <std::string Article::*member, std::string CorrectedValues::*before>
constexpr CorrectableField TextField(FieldId field) {
  return {field,
          [](const std::string& value, Article& a) { a.*member = value; },
          [](Article& a, CorrectedValues& b) { b.*before = a.*member; },
          [](const CorrectedValues& b, Article& a) { a.*member = b.*before; },
          [](const Article& a) { return a.*member; }};
}

constexpr std::array<CorrectableField, 5> kCorrectable = {{
    TextField<&Article::title, &CorrectedValues::title>(FieldId::kTitle),
    TextField<&Article::source, &CorrectedValues::source>(FieldId::kSource),
    TextField<&Article::section, &CorrectedValues::section>(FieldId::kSection),
    {FieldId::kByline,
     [](const std::string& value, Article& a) { a.byline = AuthorsIn(value); },
     [](Article& a, CorrectedValues& b) { b.byline = a.byline; },
     [](const CorrectedValues& b, Article& a) { a.byline = b.byline; },
     [](const Article& a) {
       return fmt::format("{}", fmt::join(a.byline, kBetweenAuthors));
     }},
    {FieldId::kDate, SetDate,
     [](Article& a, CorrectedValues& b) { b.published = a.published; },
     [](const CorrectedValues& b, Article& a) { a.published = b.published; },
     [](const Article& a) {
       return a.published ? ToIsoString(a.published->when) : std::string();
     }},
}};

const CorrectableField& RowOf(FieldId field) {
  return *std::find_if(
      kCorrectable.begin(), kCorrectable.end(),
      [field](const CorrectableField& row) { return row.field == field; });
}

std::string FieldList() {
  std::vector<std::string_view> names;
  for (const CorrectableField& row : kCorrectable)
    names.push_back(FieldFor(row.field).name);
  return fmt::format("{}", fmt::join(names, ", "));
}

void CutTo(std::size_t count, std::vector<std::string>& names) {
  if (names.size() > count) names.resize(count);
}

}  // namespace

CorrectionLine ReadCorrectionLine(std::string_view line) {
  CorrectionLine read;
  if (WithoutBlanks(line).empty() || line == "#" || line.starts_with("# "))
    return read;
  const auto wrong = [&](std::size_t column, std::string what) {
    read.id.clear();
    read.fault = LineFault{0, column, std::string(line),
                           std::move(what) + "; the line is left out"};
    return read;
  };
  const std::size_t first = line.find('\t');
  const std::size_t second =
      first == std::string_view::npos ? first : line.find('\t', first + 1);
  if (second == std::string_view::npos)
    return wrong(line.size(),
                 "a line is an id, a field and a value, with a tab between");
  if (line.find('\t', second + 1) != std::string_view::npos)
    return wrong(line.find('\t', second + 1), "a line has two tabs");
  read.id = line.substr(0, first);
  if (read.id.empty()) return wrong(0, "the id is missing");
  const std::string_view name = line.substr(first + 1, second - first - 1);
  const auto* const row = std::find_if(kCorrectable.begin(), kCorrectable.end(),
                                       [name](const CorrectableField& r) {
                                         return FieldFor(r.field).name == name;
                                       });
  if (row == kCorrectable.end())
    return wrong(first + 1, "what can be put right is " + FieldList());
  read.correction = {row->field, CleanValue(line.substr(second + 1))};
  if (row->field == FieldId::kDate && !read.correction.value.empty() &&
      !ParseTimestamp(read.correction.value))
    return wrong(second + 1, "this is no date such as 2021-03-02");
  // As it is written in the index, so that both can be compared.
  Article article;
  row->set(read.correction.value, article);
  read.correction.value = row->written(article);
  return read;
}

std::string WrittenLine(const std::string& id, const Correction& correction) {
  return fmt::format("{}\t{}\t{}", id, FieldFor(correction.field).name,
                     correction.value);
}

CorrectionList CorrectionList::Parse(std::string_view text) {
  CorrectionList list;
  text = WithoutUtf8Mark(text);
  for (std::size_t number = 1; !text.empty(); ++number) {
    CorrectionLine read = ReadCorrectionLine(TakeLine(text));
    if (read.fault) {
      read.fault->line = number;
      list.faults_.push_back(*std::move(read.fault));
    }
    if (read.id.empty()) continue;
    Corrections& of = list.all_[read.id];
    const auto at = std::find_if(of.begin(), of.end(), [&](const auto& c) {
      return c.field >= read.correction.field;
    });
    if (at != of.end() && at->field == read.correction.field) {
      *at = std::move(read.correction);
    } else {
      of.insert(at, std::move(read.correction));
    }
  }
  return list;
}

const Corrections& CorrectionList::Of(const std::string& id) const {
  static const Corrections kNone;
  const auto at = all_.find(id);
  return at == all_.end() ? kNone : at->second;
}

Result<CorrectionList> ReadCorrections(const std::string& index) {
  ASSIGN_OR_RETURN(
      const std::string text,
      ReadLibrarianText(index, {kCorrectionsName, kMostBytes,
                                "without it nobody knows what was put right"}));
  return CorrectionList::Parse(text);
}

CorrectedValues Correct(const Corrections& corrections, Article& article) {
  CorrectedValues before;
  for (const Correction& correction : corrections) {
    const CorrectableField& row = RowOf(correction.field);
    before.fields.emplace_back(FieldFor(correction.field).name);
    row.keep(article, before);
    row.set(correction.value, article);
  }
  // Pages show it in the place of a title that was taken away.
  if (!corrections.empty()) SetFirstLine(article);
  return before;
}

Article UncorrectedArticle(StoredRecord record) {
  Article article = std::move(record.article);
  const bool had_no_title = article.title.empty();
  for (const CorrectableField& row : kCorrectable) {
    const auto& fields = record.before.fields;
    if (std::find(fields.begin(), fields.end(), FieldFor(row.field).name) !=
        fields.end())
      row.restore(record.before, article);
  }
  if (had_no_title && !article.title.empty()) article.first_line.clear();
  if (record.given) {
    CutTo(record.given->people, article.people);
    CutTo(record.given->organisations, article.organisations);
    CutTo(record.given->places, article.places);
  }
  article.language = record.language;
  return article;
}

bool AreIn(const Corrections& corrections, const StoredRecord& record) {
  const std::vector<std::string>& fields = record.before.fields;
  return corrections.size() == fields.size() &&
         std::all_of(corrections.begin(), corrections.end(),
                     [&](const Correction& correction) {
                       const CorrectableField& row = RowOf(correction.field);
                       return std::find(fields.begin(), fields.end(),
                                        FieldFor(correction.field).name) !=
                                  fields.end() &&
                              row.written(record.article) == correction.value;
                     });
}

}  // namespace archive
