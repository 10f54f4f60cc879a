#include "indexer/analysis/name_resolver.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <utility>

#include "indexer/analysis/entity_words.h"
#include "indexer/analysis/name_words.h"
#include "indexer/analysis/organisation_names.h"
#include "indexer/analysis/person_names.h"

namespace archive {
namespace {

// How sure the surest mention of a name must be.
constexpr float kSureName = 0.6F;
constexpr float kSureWord = 0.8F;         // of one word
constexpr float kSureLoneSurname = 0.9F;  // and nothing else said of it

// Mentions of one kind that are written alike but for their case.
struct Form {
  EntityKind kind;
  std::string text;                // as first written with small letters
  std::vector<std::string> words;  // folded
  std::size_t first = 0;           // mention
  std::vector<std::size_t> mentions;
  float surest = 0;
  float weight = 0;  // probabilities, added up
  bool has_title = false;
  std::size_t head = kNoName;  // the form whose name it bears, or itself
};

// All that a name needs while its article is read.
class Article {
 public:
  Article(const EntityModel& model, std::vector<NameMention>& mentions)
      : model_(model), mentions_(mentions) {}

  FoundNames Resolve() {
    for (std::size_t i = 0; i < mentions_.size(); ++i) AddMention(i);
    AddTitlesThatAreSurnames();
    NameFirms();
    NamePlaces();
    DecideKinds();
    for (std::size_t i = 0; i < forms_.size(); ++i) forms_[i].head = i;
    for (std::size_t i = 0; i < forms_.size(); ++i) Attach(i);
    return Names();
  }

 private:
  void AddMention(std::size_t i) {
    const NameMention& mention = mentions_[i];
    TrimmedName name = TrimmedNameOf(mention);
    if (name.text.empty()) {
      titles_.push_back(i);
      return;
    }
    std::string folded = EntityFolded(name.text);
    const auto [at, is_new] = by_text_.emplace(
        std::pair(mention.kind, std::move(folded)), forms_.size());
    if (is_new) {
      forms_.push_back({.kind = mention.kind,
                        .text = name.text,
                        .words = WordsOf(at->first.second),
                        .first = i,
                        .mentions = {}});
    }
    Form& form = forms_[at->second];
    if (!HasSmallLetter(form.text) && HasSmallLetter(name.text))
      form.text = name.text;
    form.mentions.push_back(i);
    form.surest = std::max(form.surest, mention.probability);
    form.weight += mention.probability;
    form.has_title |= name.has_title;
  }

  // King, where Stephen King was named; else a title is nobody.
  void AddTitlesThatAreSurnames() {
    for (const std::size_t i : titles_) {
      const std::string word = FoldedWord(mentions_[i].text);
      Form* bearer = nullptr;
      std::size_t bearers = 0;
      for (Form& form : forms_) {
        if (form.kind != EntityKind::kPerson || form.words.size() < 2 ||
            form.words.back() != word)
          continue;
        bearer = &form;
        ++bearers;
      }
      if (bearers == 1) bearer->mentions.push_back(i);
    }
  }

  // Moody's keeps what others lose.
  TrimmedName TrimmedNameOf(const NameMention& mention) const {
    if (mention.kind == EntityKind::kOrganisation &&
        !model_.CanonicalOf(mention.kind, mention.text).empty())
      return {std::string(mention.text), false};
    return TrimName(mention.kind, mention.text);
  }

  // Firms called after people: the table of aliases knows Morgan Stanley, and
  // Kidder Peabody and Co says what Kidder Peabody is.  Clubs called after
  // places: Bristol City.
  void NameFirms() {
    for (Form& form : forms_) {
      const bool is_firm = form.kind == EntityKind::kPerson &&
                           !form.has_title && form.words.size() > 1 &&
                           IsFirm(form);
      const bool is_club = form.kind == EntityKind::kPlace &&
                           IsKnown(EntityKind::kOrganisation, form) &&
                           !IsKnown(EntityKind::kPlace, form);
      if (is_firm || is_club) form.kind = EntityKind::kOrganisation;
    }
  }

  // Cities that sound like people: Bandar Abbas.
  void NamePlaces() {
    for (Form& form : forms_) {
      if (form.kind == EntityKind::kPerson && !form.has_title &&
          form.words.size() > 1 && !IsKnown(EntityKind::kPerson, form) &&
          !IsGivenName(form.words.front(), model_.lexicon()) &&
          model_.places().Find(form.text) != nullptr)
        form.kind = EntityKind::kPlace;
    }
  }

  bool IsKnown(EntityKind kind, const Form& form) const {
    return !model_.CanonicalOf(kind, form.text).empty();
  }

  bool IsFirm(const Form& form) const {
    if (IsKnown(EntityKind::kPerson, form)) return false;
    if (IsKnown(EntityKind::kOrganisation, form)) return true;
    return std::any_of(forms_.begin(), forms_.end(), [&form](const Form& firm) {
      return firm.kind == EntityKind::kOrganisation &&
             IsFirmOfName(form.words, firm.words);
    });
  }

  // What is written alike is of one kind, the one that is surest in all; but a
  // surname stays one when its bearer is named in full.
  void DecideKinds() {
    for (Form& form : forms_) {
      for (Form& other : forms_) {
        if (&form == &other || form.words != other.words ||
            other.mentions.empty() || form.mentions.empty() ||
            form.weight < other.weight ||
            (form.weight == other.weight && form.first > other.first))
          continue;
        if (other.kind == EntityKind::kPerson && IsPartOfPerson(other))
          continue;
        Move(other, form);
      }
    }
  }

  static void Move(Form& from, Form& to) {
    to.mentions.insert(to.mentions.end(), from.mentions.begin(),
                       from.mentions.end());
    to.first = std::min(to.first, from.first);
    to.has_title |= from.has_title;
    from.mentions.clear();
  }

  bool IsPartOfPerson(const Form& form) const {
    return std::any_of(forms_.begin(), forms_.end(), [&form](const Form& full) {
      return full.kind == EntityKind::kPerson &&
             IsShorterPerson(form.words, full.words);
    });
  }

  bool Shortens(const Form& form, const Form& full) const {
    if (form.kind != full.kind || full.mentions.empty()) return false;
    switch (form.kind) {
      case EntityKind::kPerson:
        return IsShorterPerson(form.words, full.words);
      case EntityKind::kOrganisation:
        return IsAcronymOf(form.text, full.text) ||
               (MayBeShortOf(form, full) &&
                (IsShorterOrganisation(form.words, full.words) ||
                 IsTeamOf(form.words, full.words, model_.places())));
      case EntityKind::kPlace:
      case EntityKind::kOther:
        return false;
    }
    return false;
  }

  // News names an organisation in full before it shortens the name: Amazon
  // before Amazon Web Services is no shorter one.  What the table of aliases
  // knows is shortened to nothing that it knows by another name.
  bool MayBeShortOf(const Form& form, const Form& full) const {
    if (IsUnnamedOrganisation(form.words)) return true;
    const std::string_view known = model_.CanonicalOf(form.kind, form.text);
    if (!known.empty() && known != model_.CanonicalOf(full.kind, full.text))
      return false;
    return FirstInText(full) < FirstInText(form);
  }

  // Titles shorten what the text names in full.
  std::size_t FirstInText(const Form& form) const {
    for (const std::size_t i : form.mentions) {
      if (mentions_[i].part > 0) return i;
    }
    return mentions_.size() + form.first;
  }

  // Gives a form to the one longer form that it may shorten.  Of several that
  // shorten each other, to the longest; of several others, to none: a surname
  // of two is nobody's, an organisation's name is its own.
  void Attach(std::size_t i) {
    std::size_t best = kNoName;
    for (std::size_t k = 0; k < forms_.size(); ++k) {
      if (k == i || !Shortens(forms_[i], forms_[k])) continue;
      if (best == kNoName || Shortens(forms_[best], forms_[k])) {
        best = k;
      } else if (!Shortens(forms_[k], forms_[best])) {
        if (forms_[i].kind == EntityKind::kPerson) forms_[i].head = kNoName;
        return;
      }
    }
    if (best != kNoName) forms_[i].head = best;
  }

  std::size_t HeadOf(std::size_t i) const {
    std::size_t head = forms_[i].head;
    for (int step = 0; head != kNoName && forms_[head].head != head; ++step) {
      static constexpr int kLongestChain = 8;
      if (step == kLongestChain) return kNoName;
      head = forms_[head].head;
    }
    return head;
  }

  std::string NameOf(const Form& form) const {
    const std::string_view known = model_.CanonicalOf(form.kind, form.text);
    if (!known.empty()) return std::string(known);
    const std::string name = PlainNameOf(form);
    const std::string_view then_known = model_.CanonicalOf(form.kind, name);
    if (!then_known.empty()) return std::string(then_known);
    return OwnNameOf(form);
  }

  static std::string PlainNameOf(const Form& form) {
    return form.kind == EntityKind::kOrganisation ? WithoutLegalForm(form.text)
                                                  : form.text;
  }

  // What the article itself calls it, whatever the table of aliases says.
  std::string OwnNameOf(const Form& form) const {
    std::string name = PlainNameOf(form);
    // U.S. and NATO are known to be written so.
    const bool is_known = !model_.CanonicalOf(form.kind, name).empty();
    return is_known || HasSmallLetter(name) ? name : AsName(form.kind, name);
  }

  // Of the forms of a name the one that it is known by, else the first full
  // one.
  std::string OwnNameOf(const std::vector<std::size_t>& members,
                        const std::string& name) const {
    for (const std::size_t form : members) {
      const Form& head = forms_[HeadOf(form)];
      if (EntityFolded(OwnNameOf(head)) == EntityFolded(name)) return name;
    }
    return OwnNameOf(forms_[HeadOf(members.front())]);
  }

  // Whether the form alone is sure enough to be shown.
  bool IsSure(const Form& form, float surest, std::size_t mentions) const {
    if (!model_.CanonicalOf(form.kind, form.text).empty())
      return surest >= kSureName;
    // Neither as written nor when its legal form is gone: - Inc.
    if (IsNoName(form.kind, form.text, model_.lexicon()) ||
        IsNoName(form.kind, NameOf(form), model_.lexicon()) ||
        (form.kind == EntityKind::kOrganisation &&
         IsUnnamedOrganisation(form.words)))
      return false;
    if (form.words.size() > 1) return surest >= kSureName;
    if (form.kind == EntityKind::kPerson && !form.has_title && mentions < 2)
      return surest >= kSureLoneSurname;
    return surest >= kSureWord;
  }

  FoundNames Names() {
    std::vector<float> surest(forms_.size());
    std::vector<std::size_t> counts(forms_.size());
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      const std::size_t head = HeadOf(i);
      if (head == kNoName) continue;
      surest[head] = std::max(surest[head], forms_[i].surest);
      counts[head] += forms_[i].mentions.size();
      forms_[head].has_title |= forms_[i].has_title;
    }
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      const std::size_t head = HeadOf(i);
      if (head == kNoName || forms_[i].mentions.empty()) continue;
      if (IsSure(forms_[head], surest[head], counts[head]))
        by_name_[{forms_[head].kind, EntityFolded(NameOf(forms_[head]))}]
            .push_back(i);
    }
    return Ordered();
  }

  // By first mention.
  FoundNames Ordered() {
    std::vector<std::pair<std::size_t, const std::vector<std::size_t>*>> order;
    for (const auto& [key, members] : by_name_) {
      std::size_t first = mentions_.size();
      for (const std::size_t form : members)
        first = std::min(first, forms_[form].mentions.front());
      order.emplace_back(first, &members);
    }
    std::sort(order.begin(), order.end());
    FoundNames found;
    for (const auto& [first, members] : order) {
      const Form& head = forms_[HeadOf(members->front())];
      FoundName name{
          .kind = head.kind, .name = NameOf(head), .own_name = {}, .forms = {}};
      name.own_name = OwnNameOf(*members, name.name);
      for (const std::size_t form : *members) {
        if (forms_[form].text != name.name)
          name.forms.push_back(forms_[form].text);
        for (const std::size_t i : forms_[form].mentions) {
          mentions_[i].name = found.names.size();
          mentions_[i].kind = head.kind;
        }
      }
      found.names.push_back(std::move(name));
    }
    found.mentions = std::move(mentions_);
    return found;
  }

  const EntityModel& model_;
  std::vector<NameMention>& mentions_;
  std::vector<Form> forms_;
  std::vector<std::size_t> titles_;  // mentions of nothing but titles
  std::map<std::pair<EntityKind, std::string>, std::size_t> by_text_;
  std::map<std::pair<EntityKind, std::string>, std::vector<std::size_t>>
      by_name_;
};

// What is known by one name in several pieces of a text is one.
class NamesOfPieces {
 public:
  void Add(FoundNames piece) {
    std::vector<std::size_t> places;
    for (FoundName& name : piece.names) {
      const auto [at, is_new] = places_.emplace(
          std::pair(name.kind, EntityFolded(name.name)), all_.names.size());
      if (is_new)
        all_.names.push_back(std::move(name));
      else
        AddForms(all_.names[at->second].forms, name.forms);
      places.push_back(at->second);
    }
    for (NameMention& mention : piece.mentions) {
      if (mention.name != kNoName) mention.name = places[mention.name];
      all_.mentions.push_back(mention);
    }
  }
  FoundNames Take() { return std::move(all_); }

 private:
  static void AddForms(std::vector<std::string>& forms,
                       const std::vector<std::string>& more) {
    for (const std::string& form : more) {
      if (std::find(forms.begin(), forms.end(), form) == forms.end())
        forms.push_back(form);
    }
  }

  FoundNames all_;
  std::map<std::pair<EntityKind, std::string>, std::size_t> places_;
};

}  // namespace

// A text of more mentions than any article has, a list, is resolved piece by
// piece: within one the time grows with the square of its names.
FoundNames NameResolver::Resolve(std::vector<NameMention> mentions) const {
  static constexpr std::size_t kMostTogether = 4000;
  if (mentions.size() <= kMostTogether)
    return Article(model_, mentions).Resolve();
  NamesOfPieces all;
  for (auto rest = std::span<const NameMention>(mentions); !rest.empty();) {
    const std::size_t count = std::min(rest.size(), kMostTogether);
    const auto first = rest.first(count);
    std::vector<NameMention> piece(first.begin(), first.end());
    all.Add(Article(model_, piece).Resolve());
    rest = rest.subspan(count);
  }
  return all.Take();
}

}  // namespace archive
