#include "query/output/snippet.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "query/matching/token_source.h"
#include "query/output/passage.h"

namespace archive {
namespace {

constexpr std::string_view kGap = " … ";
// A stretch that is to hold several parts of the query: shorter than what is
// shown, so that some context stays.
constexpr std::size_t kStretchCharacters = 190;
constexpr std::size_t kShortStretchCharacters = 70;

std::vector<std::string_view> TextsOf(const StoredRecord& record,
                                      BlockKind kind) {
  std::vector<std::string_view> texts;
  std::size_t bytes = 0;
  for (const Block& block : record.article.blocks) {
    if (block.kind != kind || bytes >= kMaxSnippetBytes) continue;
    texts.push_back(block.text);
    bytes += block.text.size();
  }
  return texts;
}

// Marks of `text`, overlapping ones joined.
std::vector<Span> Joined(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  });
  std::vector<Span> out;
  for (const Span& span : spans) {
    if (!out.empty() && span.begin < out.back().end) {
      out.back().end = std::max(out.back().end, span.end);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

// What the marks of one article may cost, in steps of a PositionChecker: those
// of a page are no dearer than the search.  What is beyond stays unmarked.
constexpr std::uint64_t kMaxMarkSteps = 200'000;

}  // namespace

// Marks [first_mark, last_mark), which are in one paragraph.
struct SnippetMaker::Passage {
  std::size_t paragraph = 0;
  std::size_t first_mark = 0;
  std::size_t last_mark = 0;
  std::size_t gain = 0;  // parts of the query no passage had before
  Span core;
};

SnippetMaker::SnippetMaker(std::span<const PositionTree> trees)
    : SnippetMaker(JoinTrees(trees)) {}

SnippetMaker::SnippetMaker(const JoinedTrees& trees)
    : roots_(trees.roots), source_(trees), checker_(kMaxMarkSteps) {}

// The words of an occurrence that stand side by side are one mark.
void SnippetMaker::AddMarks(const Occurrence& occurrence,
                            const std::vector<Span>& spans, std::size_t part,
                            std::vector<Mark>& marks) const {
  const std::size_t first = marks.size();
  std::uint32_t last_position = 0;
  for (const WordPosition& word : occurrence.words) {
    const Span& span = spans[word.position];
    const bool joins = marks.size() > first &&
                       marks.back().paragraph == word.paragraph &&
                       word.position == last_position + 1;
    if (joins) {
      marks.back().span.end = std::max(marks.back().span.end, span.end);
    } else {
      marks.push_back({word.paragraph, span, part});
    }
    last_position = word.position;
  }
}

std::vector<SnippetMaker::Mark> SnippetMaker::FindMarks(
    Zone zone, const Paragraphs& paragraphs, std::string_view language) {
  std::vector<Mark> marks;
  if (roots_.empty()) return marks;
  const TextValue value = source_.Read(zone, paragraphs, language);
  for (std::size_t part = 0; part < roots_.size(); ++part) {
    for (const Occurrence& found : checker_.Find(roots_[part], value.words))
      AddMarks(found, value.spans, part, marks);
  }
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return std::tie(a.paragraph, a.span.begin, a.part, a.span.end) <
           std::tie(b.paragraph, b.span.begin, b.part, b.span.end);
  });
  // A word is marked once, however many ways of standing it is part of.
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
  return marks;
}

std::vector<SnippetMaker::Passage> SnippetMaker::Choose(
    const Paragraphs& paragraphs, const std::vector<Mark>& marks,
    std::size_t characters, std::size_t at_most) const {
  std::vector<Passage> chosen;
  std::vector<bool> covered(roots_.size());
  std::vector<std::size_t> seen_from(roots_.size(), 0);  // start, plus one
  while (chosen.size() < at_most) {
    Passage best;
    std::fill(seen_from.begin(), seen_from.end(), 0);
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const std::size_t paragraph = marks[i].paragraph;
      const std::size_t reach =
          marks[i].span.begin +
          BytesForCharacters(paragraphs[paragraph].substr(
                                 0, std::min(paragraphs[paragraph].size(),
                                             kSnippetCharacters)),
                             characters);
      Passage here = {
          .paragraph = paragraph, .first_mark = i, .core = marks[i].span};
      std::size_t j = i;
      for (; j < marks.size() && marks[j].paragraph == paragraph; ++j) {
        if (j > i && marks[j].span.end > reach) break;
        here.core.end = std::max(here.core.end, marks[j].span.end);
        const std::size_t part = marks[j].part;
        if (covered[part] || seen_from[part] == i + 1) continue;
        seen_from[part] = i + 1;
        ++here.gain;
      }
      here.last_mark = j;
      if (here.gain > best.gain) best = here;
    }
    if (best.gain == 0) break;
    for (std::size_t j = best.first_mark; j < best.last_mark; ++j)
      covered[marks[j].part] = true;
    chosen.push_back(best);
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const Passage& a, const Passage& b) {
              return a.first_mark < b.first_mark;
            });
  return chosen;
}

Highlighted SnippetMaker::MakeSnippet(const Paragraphs& paragraphs,
                                      const std::vector<Mark>& marks) const {
  if (paragraphs.empty()) return {};
  std::vector<bool> present(roots_.size());
  for (const Mark& mark : marks) present[mark.part] = true;
  const auto parts = static_cast<std::size_t>(
      std::count(present.begin(), present.end(), true));
  std::vector<Passage> passages =
      Choose(paragraphs, marks, kStretchCharacters, 1);
  if (!passages.empty() && passages.front().gain < parts)
    passages = Choose(paragraphs, marks, kShortStretchCharacters, kMaxPassages);
  if (passages.empty()) passages.emplace_back();

  const std::size_t budget = kSnippetCharacters / passages.size();
  Highlighted snippet;
  std::vector<Span> spans;
  std::size_t paragraph = paragraphs.size();
  Span shown;
  for (const Passage& passage : passages) {
    const std::string_view text = paragraphs[passage.paragraph];
    Span part =
        PassageAround(text, passage.core, BytesForCharacters(text, budget));
    const bool goes_on =
        paragraph == passage.paragraph && part.begin <= shown.end + 1;
    if (goes_on) {
      part.begin = shown.end;
    } else if (!snippet.text.empty()) {
      snippet.text += kGap;
    } else if (!IsSentenceStart(text, part.begin)) {
      snippet.text += kGap.substr(1);
    }
    if (part.end > part.begin) {
      const std::size_t base = snippet.text.size();
      snippet.text += text.substr(part.begin, part.end - part.begin);
      for (const Mark& mark : marks) {
        const std::size_t begin = std::max(mark.span.begin, part.begin);
        const std::size_t end = std::min(mark.span.end, part.end);
        if (mark.paragraph == passage.paragraph && begin < end)
          spans.push_back({begin - part.begin + base, end - part.begin + base});
      }
      shown = {goes_on ? shown.begin : part.begin, part.end};
      paragraph = passage.paragraph;
    }
  }
  if (shown.end < paragraphs[paragraph].size())
    snippet.text += kGap.substr(0, kGap.size() - 1);
  snippet.marks = Joined(std::move(spans));
  return snippet;
}

MarkedArticle SnippetMaker::Make(const StoredRecord& record) {
  MarkedArticle out;
  checker_.Renew();
  out.title.text = DisplayTitleOf(record.article);
  if (!record.article.title.empty()) {
    std::vector<Span> spans;
    for (const Mark& mark :
         FindMarks(Zone::kTitle, {record.article.title}, record.language))
      spans.push_back(mark.span);
    out.title.marks = Joined(std::move(spans));
  }
  Paragraphs texts = TextsOf(record, BlockKind::kParagraph);
  std::vector<Mark> marks = FindMarks(Zone::kBody, texts, record.language);
  if (marks.empty()) {
    // Every caption is a value of its own: no distance spans two of them.
    const Paragraphs captions = TextsOf(record, BlockKind::kCaption);
    for (std::size_t i = 0; i < captions.size(); ++i) {
      for (Mark mark :
           FindMarks(Zone::kCaption, {captions[i]}, record.language)) {
        mark.paragraph = i;
        marks.push_back(mark);
      }
    }
    if (!marks.empty() || texts.empty()) texts = captions;
  }
  // The first line that stands for a title is not said twice.
  if (marks.empty() && texts.size() > 1 && record.article.title.empty() &&
      texts.front() == record.article.first_line)
    texts.erase(texts.begin());
  out.snippet = MakeSnippet(texts, marks);
  return out;
}

}  // namespace archive
