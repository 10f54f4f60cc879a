// The mistakes of a query while it is being parsed.
//
// Owns: what was said so far and the repairs of the text that go with it.
// Threads: none; one a parse.  Fails: never.
#ifndef ARCHIVE_QUERY_LANGUAGE_MISTAKES_H_
#define ARCHIVE_QUERY_LANGUAGE_MISTAKES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/language/diagnostics.h"
#include "query/language/repairs.h"

namespace archive {

class Mistakes {
 public:
  // `query` must outlive this.
  explicit Mistakes(std::string_view query) : query_(query) {}

  void Add(std::string message, Span span, Offers offers = {}) {
    Add(Diagnostic{std::move(message), span, std::move(offers)});
  }
  void Add(Diagnostic diagnostic);

  // A mistake that a change of the text sets right.  All repairs are shown as
  // one offer, since a text with half of them would still be wrong.
  void Add(std::string message, Span span, Repair repair);

  // A repair that another mistake asks for as well.
  void AddRepair(Repair repair) { repairs_.push_back(std::move(repair)); }

  // What is found from now on is a consequence and not told.
  void GiveUp() { gave_up_ = true; }

  bool IsEmpty() const { return diagnostics_.empty(); }
  // Whether something was said about a place at or behind `at`.
  bool KnowsAny(std::size_t at) const;

  // All of them, offers filled in; only destruction may follow.
  std::vector<Diagnostic> Finish();

 private:
  std::string_view query_;
  bool gave_up_ = false;
  std::vector<Diagnostic> diagnostics_;
  std::vector<std::size_t> repaired_;  // which of them the repairs set right
  std::vector<Repair> repairs_;
};

}  // namespace archive

#endif  // ARCHIVE_QUERY_LANGUAGE_MISTAKES_H_
