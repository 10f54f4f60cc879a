#include "indexer/readers/html_abridged.h"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

namespace archive {
namespace {

std::string_view TextOf(std::string_view page, Span span) {
  return page.substr(span.begin, span.end - span.begin);
}

constexpr char kEndOfNumber = ';';

// Four times the longest page.
constexpr std::size_t kMostBytes = std::size_t{64} << 20;

bool IsCode(const HtmlRun& run) {
  return run.kind == HtmlRun::Kind::kCode;
}

}  // namespace

std::string Abridged(std::string_view page, const std::vector<HtmlRun>& runs) {
  std::string html;
  std::size_t done = 0;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    html += TextOf(page, {done, runs[i].bytes.begin});
    done = runs[i].bytes.end;
    const std::string_view run = TextOf(page, runs[i].bytes);
    if (runs[i].kind == HtmlRun::Kind::kBlanks) {
      html += run.front();
      continue;
    }
    html += kAbridgedMark;
    html += std::to_string(i);
    html += kEndOfNumber;
  }
  html += page.substr(done);
  return html;
}

AbridgedTexts::AbridgedTexts(std::string_view page,
                             const std::vector<HtmlRun>& runs,
                             std::deque<std::string>& made)
    : page_(page), runs_(runs), made_(made), is_met_(runs.size()) {
  code_left_ =
      static_cast<std::size_t>(std::count_if(runs.begin(), runs.end(), IsCode));
}

std::string_view AbridgedTexts::Whole(std::string_view text, bool holds_code) {
  if (is_broken_) return {};
  const std::string_view whole = Joined(text, holds_code);
  bytes_ += whole.size();
  if (bytes_ > kMostBytes) is_broken_ = true;
  return whole;
}

std::string_view AbridgedTexts::Joined(std::string_view text, bool holds_code) {
  std::string whole;
  std::string_view rest = text;
  for (std::size_t mark = rest.find(kAbridgedMark);
       mark != std::string_view::npos; mark = rest.find(kAbridgedMark)) {
    const std::size_t begin = mark + kAbridgedMark.size();
    const std::size_t end = rest.find(kEndOfNumber, begin);
    if (end == std::string_view::npos) {
      is_broken_ = true;
      return {};
    }
    const bool is_alone = mark == 0 && end + 1 == text.size();
    const std::string_view run =
        Run(rest.substr(begin, end - begin), holds_code && is_alone);
    if (is_alone) return run;
    whole += rest.substr(0, mark);
    whole += run;
    rest.remove_prefix(end + 1);
  }
  if (rest.size() == text.size()) return text;
  whole += rest;
  return made_.emplace_back(std::move(whole));
}

std::string_view AbridgedTexts::Run(std::string_view number, bool holds_code) {
  std::size_t place = 0;
  const char* const end = number.data() + number.size();
  const auto read = std::from_chars(number.data(), end, place);
  if (read.ec != std::errc() || read.ptr != end || place >= runs_.size()) {
    is_broken_ = true;
    return {};
  }
  if (IsCode(runs_[place])) {
    if (!holds_code || is_met_[place]) is_broken_ = true;
    is_met_[place] = true;
    --code_left_;
  }
  return TextOf(page_, runs_[place].bytes);
}

}  // namespace archive
