#include "common/index/withhold_list.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "common/index/librarian_text.h"
#include "common/index/schema.h"
#include "common/text/fold.h"
#include "common/text/rule_lines.h"

namespace archive {
namespace {

constexpr std::size_t kMostBytes = std::size_t{16} * 1024 * 1024;
constexpr std::string_view kMark = "|";

struct NamedBy {
  Withheld::By by;
  std::string_view name;
  FieldId field;
};
constexpr std::array<NamedBy, 3> kNamedBy = {{
    {Withheld::By::kId, "id", FieldId::kId},
    {Withheld::By::kUid, "uid", FieldId::kUid},
    {Withheld::By::kUrl, "url", FieldId::kUrl},
}};

const NamedBy& RowOf(Withheld::By by) {
  return kNamedBy[static_cast<std::size_t>(by)];
}

// 2021-03-15, and nothing else.
std::optional<Date> ReadDay(std::string_view text) {
  constexpr std::size_t kLength = 10;
  if (text.size() != kLength || text[4] != '-' || text[7] != '-')
    return std::nullopt;
  const auto number = [&text](std::size_t at, std::size_t digits) {
    int value = 0;
    for (const char c : text.substr(at, digits)) {
      if (c < '0' || c > '9') return 0;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  const Date date = {number(0, 4), number(5, 2), number(8, 2)};
  if (date.month == 0 || date.day == 0 || !Exists(date)) return std::nullopt;
  return date;
}

// FNV-1a.
constexpr std::uint64_t kHashOfNothing = 0xcbf29ce484222325;

std::uint64_t HashOnto(std::uint64_t hash, std::string_view text) {
  constexpr std::uint64_t kPrime = 0x100000001b3;
  for (const char c : text)
    hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  return hash;
}

std::uint64_t HashOfName(Withheld::By by, std::string_view name) {
  const std::uint64_t hash = HashOnto(kHashOfNothing, RowOf(by).name);
  return HashOnto(HashOnto(hash, ":"), name);
}

// The ids that stand for an article: its own, that of its file, and of each
// archive around that.
template <typename Take>
void EachIdFor(std::string_view id, const Take& take) {
  take(id);
  for (std::size_t at = id.find_first_of("#!"); at != std::string_view::npos;
       at = id.find_first_of("#!", at + 1))
    take(id.substr(0, at));
}

// A part of a line: its text, and where it begins.
struct Part {
  std::string_view text;
  std::size_t column = 0;
};

std::vector<Part> PartsOf(std::string_view line) {
  std::vector<Part> parts;
  std::size_t at = 0;
  for (;;) {
    const std::string_view rest = line.substr(at);
    const std::size_t end = FindMark(rest, kMark);
    const std::string_view part = WithoutBlanks(rest.substr(0, end));
    parts.push_back({part, part.empty() ? at
                                        : static_cast<std::size_t>(
                                              part.data() - line.data())});
    if (end == std::string_view::npos) return parts;
    at += end + kMark.size();
  }
}

std::string InQuotesWhereNeeded(std::string_view text) {
  const bool is_plain = WithoutBlanks(text) == text && !text.empty() &&
                        text.find(kMark) == std::string_view::npos &&
                        text.find(" # ") == std::string_view::npos &&
                        text.find('"') == std::string_view::npos &&
                        !text.starts_with('#') && !text.ends_with('#');
  return is_plain ? std::string(text) : InQuotes(text);
}

}  // namespace

std::string_view NameOf(Withheld::By by) {
  return RowOf(by).name;
}

WithholdLine ReadWithholdLine(std::string_view line) {
  WithholdLine read;
  const std::string_view said = WithoutComment(WithoutBlanks(line));
  if (WithoutBlanks(said).empty()) return read;
  const std::vector<Part> parts = PartsOf(said);
  const auto wrong = [&](std::size_t column, std::string what) {
    read.faults.push_back({0, column, std::string(said), std::move(what)});
  };
  const std::size_t colon = parts[0].text.find(':');
  const auto* const row =
      std::find_if(kNamedBy.begin(), kNamedBy.end(), [&](const NamedBy& named) {
        return colon != std::string_view::npos &&
               named.name == WithoutBlanks(parts[0].text.substr(0, colon));
      });
  if (row == kNamedBy.end()) {
    wrong(0, "a line begins with id:, uid: or url:; it is left out");
    return read;
  }
  Withheld entry = {
      .by = row->by,
      .value = WithoutQuotes(WithoutBlanks(parts[0].text.substr(colon + 1))),
      .who = {}};
  if (entry.value.empty()) {
    wrong(parts[0].column + colon,
          fmt::format("behind {}: nothing is named; the line is left out",
                      row->name));
    return read;
  }
  if (parts.size() > 1) entry.who = WithoutQuotes(parts[1].text);
  if (entry.who.empty())
    wrong(parts.size() > 1 ? parts[1].column : said.size(),
          "who asked for it is missing: id: NAME | WHO | DAY | WHY");
  const std::optional<Date> day =
      parts.size() > 2 ? ReadDay(parts[2].text) : std::nullopt;
  if (day) {
    entry.when = *day;
  } else if (!entry.who.empty()) {
    wrong(parts.size() > 2 ? parts[2].column : said.size(),
          "the day on which it was asked for is missing: 2021-03-15");
  }
  if (parts.size() > 3) entry.why = WithoutQuotes(parts[3].text);
  if (parts.size() > 4)
    wrong(parts[4].column, "a line has four parts; a name with | is quoted");
  read.entries.push_back(std::move(entry));
  return read;
}

std::string WrittenLine(const Withheld& entry) {
  std::string line =
      fmt::format("{}: {}", NameOf(entry.by), InQuotesWhereNeeded(entry.value));
  for (const std::string& part :
       {InQuotesWhereNeeded(entry.who), ToIsoString(entry.when)})
    line += " | " + part;
  if (!entry.why.empty()) line += " | " + InQuotesWhereNeeded(entry.why);
  return line;
}

WithholdList WithholdList::Parse(std::string_view text) {
  WithholdList list;
  text = WithoutUtf8Mark(text);
  for (std::size_t number = 1; !text.empty(); ++number) {
    WithholdLine read = ReadWithholdLine(TakeLine(text));
    for (LineFault& fault : read.faults) {
      fault.line = number;
      list.faults_.push_back(std::move(fault));
    }
    for (Withheld& entry : read.entries) {
      entry.line = number;
      if (entry.by == Withheld::By::kId) {
        list.ids_.insert(entry.value);
      } else {
        auto& names = entry.by == Withheld::By::kUid ? list.uids_ : list.urls_;
        names.insert(FoldValue(entry.value));
      }
      list.entries_.push_back(std::move(entry));
    }
  }
  return list;
}

bool WithholdList::Names(std::string_view id, const Article& article) const {
  if (empty()) return false;
  bool is_named = false;
  EachIdFor(id, [&](std::string_view name) {
    is_named = is_named || ids_.count(std::string(name)) != 0;
  });
  return is_named ||
         (!article.uid.empty() && uids_.count(FoldValue(article.uid)) != 0) ||
         (!article.url.empty() && urls_.count(FoldValue(article.url)) != 0);
}

std::vector<std::uint64_t> NamesOf(std::string_view id,
                                   const Article& article) {
  std::vector<std::uint64_t> names;
  EachIdFor(id, [&names](std::string_view name) {
    names.push_back(HashOfName(Withheld::By::kId, name));
  });
  if (!article.uid.empty())
    names.push_back(HashOfName(Withheld::By::kUid, FoldValue(article.uid)));
  if (!article.url.empty())
    names.push_back(HashOfName(Withheld::By::kUrl, FoldValue(article.url)));
  return names;
}

bool WithholdList::NamesOneOf(std::span<const std::uint64_t> names) const {
  return std::any_of(entries_.begin(), entries_.end(),
                     [names](const Withheld& entry) {
                       const std::string name = entry.by == Withheld::By::kId
                                                    ? entry.value
                                                    : FoldValue(entry.value);
                       return std::binary_search(names.begin(), names.end(),
                                                 HashOfName(entry.by, name));
                     });
}

Result<std::vector<DocId>> WithholdList::DocsOf(const Withheld& entry,
                                                const Segment& segment) {
  if (entry.by == Withheld::By::kId) return segment.DocsOfFile(entry.value);
  return segment.DocsWith(std::string(FieldFor(RowOf(entry.by).field).prefix) +
                          FoldValue(entry.value));
}

Result<std::vector<DocId>> WithholdList::DocsIn(const Segment& segment) const {
  std::vector<DocId> docs;
  for (const Withheld& entry : entries_) {
    ASSIGN_OR_RETURN(const std::vector<DocId> some, DocsOf(entry, segment));
    docs.insert(docs.end(), some.begin(), some.end());
  }
  std::sort(docs.begin(), docs.end());
  docs.erase(std::unique(docs.begin(), docs.end()), docs.end());
  return docs;
}

std::uint64_t WithholdList::Hash() const {
  if (empty()) return 0;
  std::vector<std::string> names;
  for (const Withheld& entry : entries_)
    names.push_back(fmt::format("{}:{}\n", NameOf(entry.by), entry.value));
  std::sort(names.begin(), names.end());
  // It decides what is read again, not what is shown.
  std::uint64_t hash = kHashOfNothing;
  for (const std::string& name : names) hash = HashOnto(hash, name);
  return hash | 1;
}

Result<WithholdList> ReadWithholdList(const std::string& index) {
  ASSIGN_OR_RETURN(
      const std::string text,
      ReadLibrarianText(index,
                        {kWithholdName, kMostBytes,
                         "without it nobody knows what must not be shown"}));
  return WithholdList::Parse(text);
}

}  // namespace archive
