#include "indexer/readers/markdown_text.h"

#include <cstdlib>
#include <memory>
#include <utility>

#include <cmark.h>

#include "indexer/readers/html_text.h"
#include "indexer/readers/template_marks.h"

namespace archive {
namespace {

// HTML in a text is shown as HTML, and invalid UTF-8 was mended before.
constexpr int kOptions = CMARK_OPT_UNSAFE;

struct NodeFreed {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, NodeFreed>;

struct IteratorFreed {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using Iterator = std::unique_ptr<cmark_iter, IteratorFreed>;

struct Freed {
  void operator()(char* text) const { std::free(text); }  // NOLINT: of C
};

std::string HtmlOf(cmark_node* node) {
  const std::unique_ptr<char, Freed> html(cmark_render_html(node, kOptions));
  return html == nullptr ? std::string() : html.get();
}

std::string Escaped(std::string_view text) {
  std::string html;
  for (const char c : text) {
    if (c == '<')
      html += "&lt;";
    else if (c == '&')
      html += "&amp;";
    else
      html += c;
  }
  return html;
}

// The words that stand for a picture.
std::string TextOfImage(cmark_node* image) {
  const char* const title = cmark_node_get_title(image);
  if (title != nullptr && *title != '\0') return title;
  std::string text;
  const Iterator iterator(cmark_iter_new(image));
  while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
    cmark_node* const node = cmark_iter_get_node(iterator.get());
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
      text += cmark_node_get_literal(node);
    else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
      text += ' ';
  }
  return text;
}

std::vector<cmark_node*> ImagesOf(cmark_node* document) {
  std::vector<cmark_node*> images;
  const Iterator iterator(cmark_iter_new(document));
  for (cmark_event_type event = cmark_iter_next(iterator.get());
       event != CMARK_EVENT_DONE; event = cmark_iter_next(iterator.get())) {
    cmark_node* const node = cmark_iter_get_node(iterator.get());
    if (event == CMARK_EVENT_EXIT &&
        cmark_node_get_type(node) == CMARK_NODE_IMAGE)
      images.push_back(node);
  }
  return images;
}

// A figure with its caption where the picture stood.
void ReplaceImage(cmark_node* image) {
  const std::string text = TextOfImage(image);
  const std::string html =
      "<figure><figcaption>" + Escaped(text) + "</figcaption></figure>";
  cmark_node* const figure = cmark_node_new(CMARK_NODE_HTML_INLINE);
  cmark_node_set_literal(figure, text.empty() ? "" : html.c_str());
  const bool is_replaced = cmark_node_replace(image, figure) != 0;
  // What is in no tree is nobody else's.
  const Tree left(is_replaced ? image : figure);
}

}  // namespace

MarkdownText ReadMarkdownText(std::string_view markdown) {
  const std::string text = WithoutTemplateMarks(markdown);
  const Tree document(cmark_parse_document(text.data(), text.size(), kOptions));
  MarkdownText read;
  cmark_node* const first = cmark_node_first_child(document.get());
  if (first != nullptr && cmark_node_get_type(first) == CMARK_NODE_HEADING) {
    read.heading = HtmlToLine(HtmlOf(first));
    cmark_node_unlink(first);
    const Tree heading(first);
  }
  for (cmark_node* const image : ImagesOf(document.get())) ReplaceImage(image);
  read.blocks = HtmlToBlocks(HtmlOf(document.get()));
  return read;
}

}  // namespace archive
