#include "indexer/readers/html_body.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/readers/html_blocks.h"
#include "indexer/readers/html_hints.h"
#include "indexer/readers/html_lines.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/paragraphs.h"
#include "indexer/readers/picture_text.h"
#include "indexer/readers/told_body.h"

namespace archive {
namespace {

constexpr std::size_t kFewWords = 10;

double LinkDensity(const HtmlBlock& block) {
  return static_cast<double>(block.linked) /
         static_cast<double>(std::max<std::size_t>(1, block.text.size()));
}

// Running text, as far as one block tells.
bool IsGood(const HtmlBlock& block) {
  return block.words >= kFewWords && LinkDensity(block) < 0.5;
}

// What a writer puts between paragraphs: "wp-block-list" says how it looks.
bool IsPartOfText(std::string_view name) {
  return name == "p" || name == "ul" || name == "ol" || name == "li" ||
         name == "blockquote" || HeadingLevel(name) != 0;
}

class BodyFinder {
 public:
  BodyFinder(const HtmlTree& tree, const std::vector<HtmlHint>& hints,
             const HtmlTitle& title, std::string_view told)
      : tree_(tree),
        title_(title),
        told_text_(told),
        told_(HtmlToText(told)),
        hints_(hints),
        dropped_(tree.size()) {}

  HtmlBody Find() {
    DropClutter();
    blocks_ = BlocksOf(tree_, 0, [this](std::size_t i) { return dropped_[i]; });
    std::size_t root = ChooseElement();
    if (told_.IsMeasure()) root = ElementOfTold(root);
    HtmlBody body = Collect(root);
    // A page that shows its text by a script alone.
    if (told_.IsMeasure() && body.words * 2 < told_.words()) UseTold(body);
    body.teasers = CountTeasers();
    return body;
  }

 private:
  struct Mass {
    double good = 0;    // bytes of running text inside
    double text = 0;    // bytes of all text
    double linked = 0;  // of them in links
  };

  std::vector<Mass> MassesOf(const std::vector<HtmlBlock>& blocks) const {
    std::vector<Mass> masses(tree_.size());
    for (const HtmlBlock& block : blocks) {
      const auto size = static_cast<double>(block.text.size());
      Mass& mass = masses[block.element];
      mass.text += size;
      mass.linked += static_cast<double>(block.linked);
      if (IsGood(block)) mass.good += size;
    }
    for (std::size_t i = tree_.size(); i-- > 1;) {
      Mass& parent = masses[tree_[i].parent];
      parent.good += masses[i].good;
      parent.text += masses[i].text;
      parent.linked += masses[i].linked;
    }
    return masses;
  }

  void DropClutter() {
    const std::vector<Mass> masses =
        MassesOf(BlocksOf(tree_, 0, [](std::size_t) { return false; }));
    const double all = std::max(1.0, masses[0].good);
    for (std::size_t i = 1; i < tree_.size(); ++i) {
      if (tree_[i].IsText() || tree_[i].name == "body") continue;
      const Mass& mass = masses[i];
      const double share = mass.good / all;
      const double density = mass.linked / std::max(1.0, mass.text);
      switch (hints_[i]) {
        case HtmlHint::kClutter:
        case HtmlHint::kElsewhere:
        case HtmlHint::kMeta:
          dropped_[i] = share < 0.4;
          break;
        case HtmlHint::kComments:
          dropped_[i] = share < 0.4 || !HoldsHeadline(i);
          break;
        case HtmlHint::kDoubtful:
          dropped_[i] =
              share < 0.2 &&
              (density > 0.4 || (share < 0.02 && !IsPartOfText(tree_[i].name)));
          break;
        default:
          break;
      }
      if (!dropped_[i] && IsHidden(tree_, tree_[i]) && share < 0.6)
        dropped_[i] = true;
    }
  }

  bool HoldsHeadline(std::size_t element) const {
    for (std::size_t i = element; i < tree_[element].end; ++i) {
      if (tree_[i].name == "h1") return true;
    }
    return false;
  }

  void UseTold(HtmlBody& body) const {
    std::erase_if(body.blocks, [](const Block& block) {
      return block.kind == BlockKind::kParagraph;
    });
    body.words = told_.words();
    std::vector<Block> told;
    if (HoldsHtml(told_text_)) {
      told = HtmlToBlocks(told_text_);
    } else {
      for (std::string& text :
           SplitParagraphs(CleanUtf8(told_text_), ParagraphStart::kEveryLine))
        told.push_back({BlockKind::kParagraph, std::move(text)});
    }
    body.blocks.insert(body.blocks.end(), std::make_move_iterator(told.begin()),
                       std::make_move_iterator(told.end()));
  }

  // Headings that are links, with no more than a teaser's text around them.
  std::size_t CountTeasers() const {
    const std::vector<Mass> masses = MassesOf(blocks_);
    constexpr double kMostText = 700;  // bytes
    std::size_t teasers = 0;
    for (const HtmlBlock& block : blocks_) {
      if (HeadingLevel(tree_[block.element].name) == 0 ||
          LinkDensity(block) < 0.8 || block.words < 3)
        continue;
      if (masses[tree_[block.element].parent].text < kMostText) ++teasers;
    }
    return teasers;
  }

  static double ScoreOf(const HtmlBlock& block) {
    const auto commas = static_cast<double>(
        std::count(block.text.begin(), block.text.end(), ','));
    return 1 + std::min(commas, 10.0) +
           std::min(static_cast<double>(block.text.size()) / 100, 5.0);
  }

  std::size_t ChooseElement() {
    std::vector<double> scores(tree_.size());
    for (const HtmlBlock& block : blocks_) {
      if (!IsGood(block)) continue;
      const double score = ScoreOf(block);
      std::size_t element = block.element;
      const std::string_view name = tree_[element].name;
      // What holds text itself, without a <p>, is a container already.
      int level = name == "p" || name == "li" || name == "pre" ||
                          name == "blockquote" || HeadingLevel(name) != 0
                      ? 0
                      : 1;
      for (; level <= 6; ++level) {
        if (level > 0)
          scores[element] +=
              level <= 1 ? score : score / (1.6 * static_cast<double>(level));
        if (element == 0) break;
        element = tree_[element].parent;
      }
    }
    const std::vector<Mass> masses = MassesOf(blocks_);
    std::size_t best = 0;
    double best_score = 0;
    for (std::size_t i = 0; i < tree_.size(); ++i) {
      if (scores[i] <= 0) continue;
      double score =
          scores[i] * (1 - masses[i].linked / std::max(1.0, masses[i].text));
      if (hints_[i] == HtmlHint::kBody) score *= 1.5;
      if (hints_[i] == HtmlHint::kArticle) score *= 1.2;
      if (score > best_score) {
        best = i;
        best_score = score;
      }
    }
    return Widen(best, masses);
  }

  // A paragraph may stand in a box of its own: the elements around it are taken
  // as long as they add text of the same kind.
  std::size_t Widen(std::size_t element, const std::vector<Mass>& masses) {
    std::size_t chosen = element;
    for (std::size_t i = tree_[element].parent;
         i != 0 && tree_[i].name != "body"; i = tree_[i].parent) {
      const double added = masses[i].good - masses[chosen].good;
      const bool adds = added > 0.25 * masses[i].good && added > 400;
      if (adds || hints_[i] == HtmlHint::kBody) chosen = i;
    }
    return chosen;
  }

  // The element around what the page tells to machines, if that is not the one
  // that was chosen.
  std::size_t ElementOfTold(std::size_t chosen) const {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t words = 0;
    std::size_t inside = 0;
    for (const HtmlBlock& block : blocks_) {
      if (!IsGood(block) || told_.ShareOf(block.text) < 0.5) continue;
      if (words == 0) first = block.element;
      last = block.element;
      words += block.words;
      if (block.element >= chosen && block.element < tree_[chosen].end)
        inside += block.words;
    }
    if (words * 2 < told_.words() || inside * 10 >= words * 9) return chosen;
    while (first != 0 && tree_[first].end <= last) first = tree_[first].parent;
    return first;
  }

  HtmlBody Collect(std::size_t root) {
    HtmlBody body;
    body.element = root;
    if (root == 0) return body;
    std::vector<const HtmlBlock*> inside;
    for (const HtmlBlock& block : blocks_) {
      if (block.element >= root && block.element < tree_[root].end)
        inside.push_back(&block);
    }
    inside.erase(inside.begin(), inside.begin() + static_cast<std::ptrdiff_t>(
                                                      BehindTitle(inside)));
    CutBehindEnd(inside);
    KeepTold(inside);
    bool begun = false;
    for (const HtmlBlock* const block : inside) {
      begun = begun || (block->words >= 12 && EndsSentence(block->text));
      if (!begun && IsByDateLine(block->text)) continue;
      TakeBlock(*block, root, body);
    }
    DropOpenHeadings(body);
    return body;
  }

  // What stands above the headline is no text of the article, as long as it is
  // little.
  std::size_t BehindTitle(const std::vector<const HtmlBlock*>& blocks) const {
    const std::string skeleton = Skeleton(title_.text);
    std::size_t words = 0;
    std::size_t behind = 0;
    for (const HtmlBlock* const block : blocks) words += block->words;
    std::size_t before = 0;
    for (std::size_t i = 0; i < blocks.size() && before * 3 < words * 2; ++i) {
      const HtmlBlock& block = *blocks[i];
      const bool is_title = block.element == title_.element;
      if (is_title || (before < 150 && !skeleton.empty() &&
                       Skeleton(block.text) == skeleton))
        behind = i + 1;
      before += block.words;
    }
    return behind;
  }

  // "Related articles" and what follows, unless most of the text follows.
  static void CutBehindEnd(std::vector<const HtmlBlock*>& blocks) {
    std::size_t all = 0;
    for (const HtmlBlock* const block : blocks)
      all += IsGood(*block) ? block->words : 0;
    std::size_t before = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (before * 2 > all && EndsArticle(blocks[i]->text)) {
        blocks.resize(i);
        return;
      }
      before += IsGood(*blocks[i]) ? blocks[i]->words : 0;
    }
  }

  // Where the page tells the whole article, what stands before its beginning
  // and behind its end is none of it.
  void KeepTold(std::vector<const HtmlBlock*>& blocks) const {
    if (!told_.IsMeasure()) return;
    std::size_t first = blocks.size();
    std::size_t last = 0;
    std::size_t words = 0;
    std::size_t held = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      words += blocks[i]->words;
      if (told_.ShareOf(blocks[i]->text) < 0.5) continue;
      held += blocks[i]->words;
      first = std::min(first, i);
      last = i;
    }
    const bool is_whole =
        held * 10 >= told_.words() * 7 && told_.words() * 10 >= words * 6;
    if (first >= blocks.size() || !is_whole) return;
    blocks.resize(last + 1);
    // A heading may stand before the first paragraph.
    blocks.erase(blocks.begin(),
                 blocks.begin() + static_cast<std::ptrdiff_t>(first));
  }

  void TakeBlock(const HtmlBlock& block, std::size_t root, HtmlBody& body) {
    if (IsFurnitureLine(block.text)) return;
    const HtmlHint hint = Around(block.element, root);
    if (hint == HtmlHint::kCredit) {
      body.blocks.push_back({BlockKind::kCredit, block.text});
      return;
    }
    const bool is_short = block.words <= 60;
    if (is_short && TakePicture(block.text, body)) return;
    if (hint == HtmlHint::kCaption && is_short) {
      body.blocks.push_back({BlockKind::kCaption, block.text});
      return;
    }
    const double density = LinkDensity(block);
    if (density > 0.6 && !(block.words >= 15 && EndsSentence(block.text)))
      return;
    if (PointsElsewhere(block.text) && (density > 0.2 || block.words < 25))
      return;
    body.words += block.words;
    const bool is_heading = HeadingLevel(tree_[block.element].name) != 0;
    headings_.push_back(is_heading);
    body.blocks.push_back({BlockKind::kParagraph, block.text});
  }

  static bool TakePicture(const std::string& text, HtmlBody& body) {
    std::optional<PictureText> picture = SplitPictureText(text);
    if (!picture) return false;
    if (!picture->caption.empty())
      body.blocks.push_back({BlockKind::kCaption, std::move(picture->caption)});
    body.blocks.push_back({BlockKind::kCredit, std::move(picture->credit)});
    return true;
  }

  // Headings at the end head nothing that was kept.
  void DropOpenHeadings(HtmlBody& body) {
    while (!headings_.empty() && headings_.back()) {
      for (std::size_t i = body.blocks.size(); i-- > 0;) {
        if (body.blocks[i].kind != BlockKind::kParagraph) continue;
        body.blocks.erase(body.blocks.begin() + static_cast<std::ptrdiff_t>(i));
        break;
      }
      headings_.pop_back();
    }
  }

  HtmlHint Around(std::size_t element, std::size_t root) const {
    for (; element > root; element = tree_[element].parent) {
      const HtmlHint hint = hints_[element];
      if (hint == HtmlHint::kCaption || hint == HtmlHint::kCredit) return hint;
      if (tree_[element].name == "figure") return HtmlHint::kCaption;
    }
    return HtmlHint::kNone;
  }

  const HtmlTree& tree_;
  const HtmlTitle& title_;
  std::string_view told_text_;
  ToldBody told_;
  const std::vector<HtmlHint>& hints_;
  std::vector<bool> dropped_;
  std::vector<HtmlBlock> blocks_;
  std::vector<bool> headings_;  // of the paragraphs taken: which are headings
};

}  // namespace

HtmlBody FindBody(const HtmlTree& tree, const std::vector<HtmlHint>& hints,
                  const HtmlTitle& title, std::string_view told_body) {
  return BodyFinder(tree, hints, title, told_body).Find();
}

}  // namespace archive
