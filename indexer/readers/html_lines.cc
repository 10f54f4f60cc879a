#include "indexer/readers/html_lines.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/dates/date_scanner.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/html_blocks.h"

namespace archive {
namespace {

constexpr auto kFurniture = std::to_array<std::string_view>({
    "advert",
    "advertisement",
    "advertisements",
    "advertising",
    "ad",
    "ads",
    "sponsored",
    "sponsored content",
    "promoted",
    "anzeige",
    "werbung",
    "publicité",
    "publicidad",
    "publicidade",
    "pubblicità",
    "реклама",
    "story continues below",
    "story continues below advertisement",
    "article continues below",
    "article continues below advertisement",
    "continue reading",
    "continue reading the main story",
    "skip advertisement",
    "scroll to continue",
    "scroll to continue reading",
    "loading",
    "loading...",
    "close",
    "share",
    "share this",
    "share this:",
    "share this article",
    "share this story",
    "share on facebook",
    "share on twitter",
    "tweet",
    "pin it",
    "email",
    "print",
    "whatsapp",
    "facebook",
    "twitter",
    "linkedin",
    "pinterest",
    "copy link",
    "save",
    "comments",
    "comment",
    "0 comments",
    "no comments",
    "view comments",
    "show comments",
    "tags",
    "tags:",
    "like this:",
    "like loading...",
    "this slideshow requires javascript.",
    "tell us what you think...",
    "don't miss",
    "dont miss",
    "don’t miss",
    "read more",
    "read more:",
    "more",
    "back to top",
    "top",
    "newsletter",
    "sign up",
    "subscribe",
    "subscribe now",
    "follow us",
    "follow us:",
    "view gallery",
    "play video",
    "watch video",
    "listen",
    "photo",
    "photos",
    "video",
    "recommended",
    "new",
    "tweet this",
    "click to enlarge",
    "enlarge",
    "buy now",
    "shop now",
    "mehr zum thema",
    "lire aussi",
    "à lire aussi",
    "leia também",
    "lee también",
    "weiterlesen",
    "teilen",
    "drucken",
    "partager",
    "compartir",
    "compartilhar",
});

constexpr auto kEndings = std::to_array<std::string_view>({
    "related",
    "related:",
    "related articles",
    "related stories",
    "related posts",
    "related news",
    "related content",
    "related topics",
    "related links",
    "related coverage",
    "more stories",
    "more news",
    "more articles",
    "more from",
    "read next",
    "up next",
    "you may also like",
    "you might also like",
    "you may like",
    "recommended for you",
    "recommended stories",
    "recommended articles",
    "most popular",
    "most read",
    "trending",
    "trending now",
    "latest news",
    "latest stories",
    "popular posts",
    "recent posts",
    "leave a reply",
    "leave a comment",
    "leave your comment",
    "post a comment",
    "add a comment",
    "add comment",
    "write a comment",
    "join the conversation",
    "join the discussion",
    "about the author",
    "about author",
    "share this post",
    "share this page",
    "next article",
    "previous article",
    "post navigation",
    "from around the web",
    "around the web",
    "sponsored stories",
    "what do you think?",
    "das könnte sie auch interessieren",
    "das könnte dich auch interessieren",
    "ähnliche artikel",
    "kommentare",
    "kommentar schreiben",
    "articles similaires",
    "sur le même sujet",
    "à lire également",
    "laisser un commentaire",
    "commentaires",
    "artículos relacionados",
    "noticias relacionadas",
    "comentarios",
    "deja una respuesta",
    "deja un comentario",
    "artigos relacionados",
    "notícias relacionadas",
    "comentários",
    "deixe um comentário",
    "deixe uma resposta",
    "articoli correlati",
    "lascia un commento",
    "commenti",
    "gerelateerde artikelen",
    "reacties",
    "похожие статьи",
    "комментарии",
    "добавить комментарий",
    "отзывы",
    "добавить отзыв",
    "関連記事",
    "相关文章",
    "相关新闻",
    "관련기사",
});

constexpr auto kPointers = std::to_array<std::string_view>({
    "read more:",
    "read more on",
    "read also:",
    "also read:",
    "also read |",
    "read next:",
    "read:",
    "related:",
    "related story:",
    "related article:",
    "more:",
    "see also:",
    "see more:",
    "don't miss:",
    "must read:",
    "watch:",
    "watch |",
    "listen:",
    "click here to",
    "click here for",
    "sign up for",
    "sign up to",
    "subscribe to",
    "subscribe here",
    "follow us on",
    "follow @",
    "like us on",
    "join us on",
    "download our app",
    "download the",
    "get the app",
    "lesen sie auch",
    "lire aussi :",
    "à lire aussi :",
    "lea también:",
    "lee también:",
    "leia também:",
    "leia mais:",
    "leggi anche",
    "lees ook",
    "читайте также",
    "baca juga",
    "copyright ©",
    "© ",
    "all rights reserved",
    "this article originally appeared",
    "this material may not be published",
    "image 1 of",
    "tags:",
    "filed under",
    "posted in",
    "tagged with",
});

std::string Lowered(std::string_view text) {
  std::string out;
  for (const char c : text) out += Lower(c);
  // "Comments (12)": how many there are says nothing.
  const std::size_t bracket = out.rfind(" (");
  if (bracket != std::string::npos && out.ends_with(')') &&
      out.find_first_not_of("0123456789)", bracket + 2) == std::string::npos)
    out.erase(bracket);
  return out;
}

template <std::size_t n>
bool IsOneOf(std::string_view line,
             const std::array<std::string_view, n>& lines) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

bool HasYear(std::string_view line) {
  for (std::size_t i = 0; i + 4 <= line.size(); ++i) {
    const std::string_view year = line.substr(i, 4);
    if ((year.starts_with("19") || year.starts_with("20")) &&
        IsDigit(year[2]) && IsDigit(year[3]) &&
        (i == 0 || !IsDigit(line[i - 1])) &&
        (i + 4 == line.size() || !IsDigit(line[i + 4])))
      return true;
  }
  return false;
}

// "Image 2 of 5", "3/12".
bool IsCounter(std::string_view lowered) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"image", "photo", "slide", "picture", "of", "page", "/", "comments",
       "shares", "views", "likes"});
  bool has_digit = false;
  for (std::size_t at = 0; at < lowered.size();) {
    const std::size_t end = std::min(lowered.find(' ', at), lowered.size());
    const std::string_view word = lowered.substr(at, end - at);
    at = end + 1;
    const bool number =
        !word.empty() &&
        word.find_first_not_of("0123456789.,/|k") == std::string_view::npos;
    has_digit = has_digit || number;
    if (!number && !IsOneOf(word, kWords)) return false;
  }
  return has_digit;
}

}  // namespace

bool IsFurnitureLine(std::string_view line) {
  constexpr std::size_t kLongest = 60;
  if (line.size() > kLongest) return false;
  const std::string lowered = Lowered(line);
  return IsOneOf(lowered, kFurniture) || IsCounter(lowered);
}

bool EndsArticle(std::string_view line) {
  constexpr std::size_t kLongest = 80;
  if (line.size() > kLongest) return false;
  std::string lowered = Lowered(line);
  while (lowered.ends_with(':') || lowered.ends_with('.')) lowered.pop_back();
  return IsOneOf(lowered, kEndings) || lowered.starts_with("more from ") ||
         lowered.starts_with("leave a reply") ||
         lowered.starts_with("more in ") || lowered.ends_with(" comments on");
}

bool PointsElsewhere(std::string_view line) {
  const std::string lowered = Lowered(line.substr(0, 80));
  return std::any_of(kPointers.begin(), kPointers.end(),
                     [&lowered](std::string_view pointer) {
                       return lowered.starts_with(pointer);
                     });
}

bool IsByDateLine(std::string_view line) {
  constexpr std::size_t kMostWords = 18;
  if (IsByline(line)) return true;
  return CountWords(line) <= kMostWords && HasYear(line) && !EndsSentence(line);
}

bool EndsSentence(std::string_view text) {
  static constexpr auto kEnds =
      std::to_array<std::string_view>({".", "!", "?", ":", "”", "\"", "’", "…",
                                       "»", "。", "！", "？", "」", ")", "“"});
  return std::any_of(kEnds.begin(), kEnds.end(), [text](std::string_view end) {
    return text.ends_with(end);
  });
}

}  // namespace archive
