// What the tagger says of a token: outside, or a place in a name of a kind.
//
// Names are marked with B(egin), I(nside), L(ast) and U(nit, a name of one
// word).  Labels are ordered so that those behind which a name is closed come
// first: outside, units, lasts, begins, insides; each group in the order of
// the kinds.  Only begins and insides may be followed by an inside or a last,
// of the same kind.  To add a kind: append it, its name in kEntityKinds, and
// train anew: the labels are part of the model's format.
#ifndef ARCHIVE_INDEXER_ANALYSIS_ENTITY_LABELS_H_
#define ARCHIVE_INDEXER_ANALYSIS_ENTITY_LABELS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace archive {

// kOther holds nationalities, events, works: learned so that they are told
// from the first three, and never shown.
enum class EntityKind : std::uint8_t { kPerson, kOrganisation, kPlace, kOther };

inline constexpr std::size_t kEntityKindCount = 4;
// As the tagged files write them.
inline constexpr std::array<std::string_view, kEntityKindCount> kEntityKinds = {
    "PER", "ORG", "LOC", "MISC"};

using EntityLabel = std::uint8_t;
inline constexpr EntityLabel kOutside = 0;
inline constexpr std::size_t kLabelCount = 1 + 4 * kEntityKindCount;
// Labels with which a name is not open: outside, units, lasts.
inline constexpr std::size_t kClosedLabels = 1 + 2 * kEntityKindCount;

enum class NamePart : std::uint8_t { kUnit, kLast, kBegin, kInside };

constexpr EntityLabel LabelOf(EntityKind kind, NamePart part) {
  return static_cast<EntityLabel>(
      1 + static_cast<std::size_t>(part) * kEntityKindCount +
      static_cast<std::size_t>(kind));
}
// REQUIRES: label != kOutside.
constexpr EntityKind KindOf(EntityLabel label) {
  return static_cast<EntityKind>((label - 1U) % kEntityKindCount);
}
constexpr NamePart PartOf(EntityLabel label) {
  return static_cast<NamePart>((label - 1U) / kEntityKindCount);
}
constexpr bool IsOpen(EntityLabel label) {
  return label >= kClosedLabels;
}
constexpr bool MayFollow(EntityLabel before, EntityLabel label) {
  const bool continues = label != kOutside &&
                         PartOf(label) != NamePart::kUnit &&
                         PartOf(label) != NamePart::kBegin;
  if (!IsOpen(before)) return !continues;
  return continues && KindOf(before) == KindOf(label);
}

// A name in a list of tokens.
struct TokenSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  EntityKind kind = EntityKind::kOther;
  float probability = 1;

  friend bool operator==(const TokenSpan&, const TokenSpan&) = default;
};

}  // namespace archive

#endif  // ARCHIVE_INDEXER_ANALYSIS_ENTITY_LABELS_H_
