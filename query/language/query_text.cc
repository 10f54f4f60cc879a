#include "query/language/query_text.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "query/language/characters.h"
#include "query/language/operators.h"
#include "query/language/resolver.h"
#include "query/language/saved_reader.h"
#include "query/language/written_form.h"

namespace archive {
namespace {

// What is wrong with a saved search was told with its file and line; that the
// resolver, which sees it in this query, finds the same is no news.
void LeaveOutKnown(std::vector<Diagnostic>& found,
                   const std::vector<Diagnostic>& known) {
  std::erase_if(found, [&known](const Diagnostic& mistake) {
    return std::any_of(known.begin(), known.end(), [&](const Diagnostic& told) {
      return !told.place.empty() && told.span.begin == mistake.span.begin;
    });
  });
}

ExpandedTree WithSynonyms(Node tree, const ReadContext& context) {
  if (context.synonyms)
    return ExpandSynonyms(std::move(tree), *context.synonyms);
  return {.tree = std::move(tree)};
}

ReadQuery ReadOnce(std::string_view text, const ReadContext& context) {
  ParsedQuery parsed = Parse(text, context.parse);
  ResolvedQuery resolved = Resolve(parsed.tree, {.today = context.today});
  std::vector<Diagnostic> errors = std::move(parsed.errors);
  LeaveOutKnown(resolved.errors, errors);
  // Of a query that is cut off, the length is the only mistake worth telling.
  if (text.size() <= kMaxQueryBytes)
    std::move(resolved.errors.begin(), resolved.errors.end(),
              std::back_inserter(errors));
  std::vector<Notice> notices = std::move(parsed.notices);
  std::move(resolved.notices.begin(), resolved.notices.end(),
            std::back_inserter(notices));
  ExpandedTree expanded = WithSynonyms(std::move(resolved.tree), context);
  if (expanded.leaves > kMaxLeaves)
    errors.push_back({"a query has at most 10,000 terms, synonyms included",
                      parsed.tree.span, ""});
  return {.tree = std::move(expanded.tree),
          .parsed = std::move(parsed.tree),
          .understood = parsed.understood,
          .has_synonyms = expanded.has_synonyms,
          .errors = InOrder(std::move(errors)),
          .notices = std::move(notices)};
}

// Whether an offer sets its mistake right and makes no new one.  Others of the
// query may stand in it still: they have offers of their own.
bool IsSound(const Offer& offer, const std::vector<Diagnostic>& errors,
             std::size_t own, const ReadContext& context) {
  const std::vector<Diagnostic> left = ReadOnce(offer.query, context).errors;
  return std::all_of(left.begin(), left.end(), [&](const Diagnostic& mistake) {
    for (std::size_t i = 0; i < errors.size(); ++i) {
      if (i != own && errors[i].message == mistake.message) return true;
    }
    return false;
  });
}

void KeepSoundOffers(std::vector<Diagnostic>& errors,
                     const ReadContext& context) {
  const std::size_t shown = std::min(errors.size(), kMaxDiagnosticsShown);
  for (std::size_t i = 0; i < shown; ++i) {
    std::vector<Offer>& offers = errors[i].offers.all;
    if (offers.empty()) continue;
    std::erase_if(offers, [&](const Offer& offer) {
      return !IsSound(offer, errors, i, context);
    });
    if (offers.empty()) errors[i].advice = kSeeSyntax;
  }
}

// The words of a text without anything that means more than a word.
std::string PlainWordsOf(std::string_view text) {
  std::string words;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = CharacterAt(text, at);
    const std::string_view bytes = text.substr(at, c.bytes);
    words += HasWordCharacter(bytes) ? LowerAscii(bytes) : std::string(" ");
    at += c.bytes;
  }
  return words;
}

// The mistakes become notices, and what was read is told.
void Forgive(ReadQuery& read) {
  for (const Diagnostic& mistake : read.errors)
    read.notices.push_back({MessageOf(mistake), mistake.span});
  read.notices.push_back(
      {"read as " + ToQueryText(read.tree), read.parsed.span});
  read.errors.clear();
}

void ReadLeniently(std::string_view text, const ReadContext& context,
                   ReadQuery& read) {
  if (read.errors.empty() || text.size() > kMaxQueryBytes) return;
  if (read.understood) return Forgive(read);
  ReadQuery plain = ReadOnce(PlainWordsOf(text), context);
  if (!plain.understood || !plain.errors.empty()) return;
  plain.errors = std::move(read.errors);
  read = std::move(plain);
  Forgive(read);
}

}  // namespace

std::string ReadAs(const ReadQuery& read) {
  return ToQueryText(read.has_synonyms ? read.tree : read.parsed);
}

std::string InOwnLanguage(std::string_view text, const ReadQuery& read,
                          const ReadContext& context) {
  const bool is_ours = context.parse.dialect == Dialect::kOwn &&
                       context.parse.space == SpaceMeans::kAnd &&
                       context.leniency == Leniency::kNone;
  return is_ours ? std::string(text) : ToQueryText(read.parsed);
}

ReadQuery ReadQueryText(std::string_view text, const ReadContext& context) {
  const SavedQueries none;
  SavedReader saved(context.saved ? *context.saved : none, context.parse.mixed,
                    context.today);
  ReadContext inner = context;
  inner.parse.saved = &saved;
  ReadQuery read = ReadOnce(text, inner);
  // A question is never refused.
  const bool forgives = inner.leniency == Leniency::kPlainWords ||
                        inner.parse.space == SpaceMeans::kOr;
  if (forgives) ReadLeniently(text, inner, read);
  KeepSoundOffers(read.errors, inner);
  return read;
}

}  // namespace archive
