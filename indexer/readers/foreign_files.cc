#include "indexer/readers/foreign_files.h"

#include <algorithm>
#include <array>

#include "common/dates/date_scanner.h"
#include "common/text/utf8.h"
#include "indexer/readers/xml_root.h"

namespace archive {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kNotRead = " is not read by this version";

struct Magic {
  std::string_view bytes;
  std::size_t offset;
  std::string_view what;
  bool is_format = false;  // completed by kNotRead
};

constexpr std::array<Magic, 35> kMagic = {{
    {"\x89PNG\r\n", 0, "a picture"},
    {"\xFF\xD8\xFF", 0, "a picture"},
    {"GIF87a", 0, "a picture"},
    {"GIF89a", 0, "a picture"},
    {"WEBP", 8, "a picture"},
    {"II*\0"sv, 0, "a picture"},
    {"MM\0*"sv, 0, "a picture"},
    {"\0\0\1\0"sv, 0, "a picture"},
    {"ftypavif", 4, "a picture"},
    {"ftypheic", 4, "a picture"},
    {"8BPS", 0, "a picture"},
    {"ftyp", 4, "a video"},
    {"\x1A\x45\xDF\xA3", 0, "a video"},
    {"AVI ", 8, "a video"},
    {"ID3", 0, "a sound recording"},
    {"\xFF\xFB", 0, "a sound recording"},
    {"OggS", 0, "a sound recording"},
    {"fLaC", 0, "a sound recording"},
    {"WAVE", 8, "a sound recording"},
    {"\x7F"
     "ELF",
     0, "a program"},
    {"MZ\x90\0"sv, 0, "a program"},
    {"\xCF\xFA\xED\xFE", 0, "a program"},
    {"\xCA\xFE\xBA\xBE", 0, "a program"},
    {"\0asm"sv, 0, "a program"},
    {"#!/", 0, "a program"},
    {"wOFF", 0, "a font"},
    {"wOF2", 0, "a font"},
    {"OTTO", 0, "a font"},
    {"\0\1\0\0\0"sv, 0, "a font"},
    {"SQLite format 3", 0, "a database"},
    {"%!PS", 0, "PostScript", true},
    {"{\\rtf", 0, "RTF", true},
    // Word before 2007, and what is encrypted.
    {"\xD0\xCF\x11\xE0", 0, "an office document", true},
    {"7z\xBC\xAF", 0, "a 7-Zip archive", true},
    {"Rar!", 0, "a RAR archive", true},
}};

constexpr std::string_view kUnknownXml = "an XML file (of no known format)";

struct Extensions {
  std::string_view list;  // with a blank behind each
  std::string_view what;
  bool is_format = false;
};

constexpr std::array<Extensions, 11> kExtensions = {{
    {".css .scss .less ", "a style sheet"},
    {".js .mjs .ts .py .sh .pl .rb .php .c .h .cc .cpp .hpp .java .go .rs "
     ".exe .dll .so .bat .ps1 .jar .class ",
     "a program"},
    {".png .jpg .jpeg .gif .webp .svg .tif .tiff .bmp .ico .heic .avif ",
     "a picture"},
    {".mp3 .m4a .wav .ogg .oga .flac .aac ", "a sound recording"},
    {".mp4 .m4v .mov .avi .mkv .webm ", "a video"},
    {".ttf .otf .woff .woff2 .eot ", "a font"},
    {".ini .toml .yaml .yml .cfg .conf .lock ", "a configuration file"},
    {".xml .rss .atom .nitf .rdf .xsl .xsd .dtd ", kUnknownXml},
    {".json .geojson .webmanifest .map ", "a JSON document", true},
    {".mhtml .mht ", "a saved page (MHTML)", true},
    {".doc .rtf .epub .xls .xlsx .ppt .pptx ", "an office document", true},
}};

std::string Reason(std::string_view what, bool is_format) {
  std::string reason(what);
  if (is_format) reason += kNotRead;
  return reason;
}

bool BeginsWith(std::string_view text, std::string_view beginning) {
  return SameLetters(text.substr(0, beginning.size()), beginning);
}

std::string_view WithoutMarkAndSpace(std::string_view bytes) {
  constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  while (!bytes.empty() && IsBlank(bytes.front())) bytes.remove_prefix(1);
  return bytes;
}

// Without the comments, and with the XML declaration or not, that stand in
// front of a page.
std::string_view BehindComments(std::string_view text) {
  for (;;) {
    while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
    const bool is_comment = text.starts_with("<!--");
    if (!is_comment && !text.starts_with("<?xml")) return text;
    const std::string_view end = is_comment ? "-->" : "?>";
    const std::size_t found = text.find(end);
    if (found == std::string_view::npos) return {};
    text.remove_prefix(found + end.size());
  }
}

}  // namespace

std::string ForeignByContent(std::string_view bytes) {
  for (const Magic& magic : kMagic) {
    if (bytes.size() >= magic.offset &&
        bytes.substr(magic.offset).starts_with(magic.bytes))
      return Reason(magic.what, magic.is_format);
  }
  return {};
}

// What containers (indexer/sources) leave of zip files.
std::string ForeignZip(std::string_view bytes) {
  return bytes.starts_with("PK\3\4") ? Reason("an office document", true)
                                     : std::string();
}

std::string ForeignXml(std::string_view bytes) {
  const XmlRoot root = RootOfXml(bytes);
  if (root.name == "svg") return "a picture";
  return std::string(LooksLikeXml(bytes) ? kUnknownXml : std::string_view());
}

bool LooksLikeXml(std::string_view bytes) {
  return BeginsWith(WithoutMarkAndSpace(bytes), "<?xml") ||
         RootOfXml(bytes).name == "svg";
}

std::string ForeignByName(std::string_view path) {
  const std::string extension = ExtensionOf(path);
  if (extension.empty()) return {};
  for (const Extensions& row : kExtensions) {
    if (row.list.find(extension + ' ') != std::string_view::npos)
      return Reason(row.what, row.is_format);
  }
  return {};
}

bool LooksBinary(std::string_view bytes) {
  constexpr std::size_t kSample = 8192;
  const std::string_view sample = bytes.substr(0, kSample);
  // Zero bytes are text in UTF-16 and UTF-32 only, and these have them, or a
  // mark.
  if (sample.find('\0') != std::string_view::npos ||
      sample.starts_with("\xFE\xFF") || sample.starts_with("\xFF\xFE")) {
    const DecodedText decoded = DecodeText(sample);
    if (decoded.charset.starts_with("UTF-16") ||
        decoded.charset.starts_with("UTF-32"))
      return decoded.replaced * 20 > decoded.text.size();
  }
  const auto is_control = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && !IsBlank(c) && byte != 0x1B;
  };
  const auto controls = static_cast<std::size_t>(
      std::count_if(sample.begin(), sample.end(), is_control));
  return controls * 20 > sample.size();
}

bool LooksLikeJson(std::string_view bytes) {
  const std::string_view text = WithoutMarkAndSpace(bytes);
  if (text.empty() || (text.front() != '{' && text.front() != '['))
    return false;
  const std::string_view next = WithoutMarkAndSpace(text.substr(1));
  if (next.empty()) return true;
  const std::string_view expected = text.front() == '{' ? "\"}" : "\"{[]";
  return expected.find(next.front()) != std::string_view::npos;
}

bool LooksLikeHtml(std::string_view bytes) {
  static constexpr auto kTags = std::to_array<std::string_view>(
      {"<!doctype html", "<html", "<head", "<body", "<meta", "<title"});
  // UTF-16 is not looked into: its pages are known by their names.
  const std::string_view text = BehindComments(WithoutMarkAndSpace(bytes));
  return std::any_of(kTags.begin(), kTags.end(), [text](std::string_view tag) {
    return BeginsWith(text, tag);
  });
}

std::string ExtensionOf(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  std::string extension;
  for (const char c : name.substr(dot)) extension += Lower(c);
  return extension;
}

}  // namespace archive
