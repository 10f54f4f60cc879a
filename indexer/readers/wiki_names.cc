#include "indexer/readers/wiki_names.h"

#include <array>
#include <set>
#include <utility>

#include "common/text/fold.h"

namespace archive {
namespace {

struct Row {
  WikiName meaning;
  std::string_view name;
};

constexpr auto kRows = std::to_array<Row>({
    {WikiName::kAppendix, "sources"},
    {WikiName::kAppendix, "source"},
    {WikiName::kAppendix, "related news"},
    {WikiName::kAppendix, "related articles"},
    {WikiName::kAppendix, "external links"},
    {WikiName::kAppendix, "external link"},
    {WikiName::kAppendix, "references"},
    {WikiName::kAppendix, "see also"},
    {WikiName::kAppendix, "notes"},
    {WikiName::kAppendix, "sister links"},
    {WikiName::kAppendix, "quellen"},
    {WikiName::kAppendix, "quelle"},
    {WikiName::kAppendix, "weblinks"},
    {WikiName::kAppendix, "einzelnachweise"},
    {WikiName::kAppendix, "themenverwandte artikel"},
    {WikiName::kAppendix, "articles connexes"},
    {WikiName::kAppendix, "liens externes"},
    {WikiName::kAppendix, "voir aussi"},
    {WikiName::kAppendix, "fuentes"},
    {WikiName::kAppendix, "fuente"},
    {WikiName::kAppendix, "noticias relacionadas"},
    {WikiName::kAppendix, "enlaces externos"},
    {WikiName::kAppendix, "véase también"},
    {WikiName::kAppendix, "referencias"},
    {WikiName::kAppendix, "fonti"},
    {WikiName::kAppendix, "fonte"},
    {WikiName::kAppendix, "articoli correlati"},
    {WikiName::kAppendix, "collegamenti esterni"},
    {WikiName::kAppendix, "fontes"},
    {WikiName::kAppendix, "ver também"},
    {WikiName::kAppendix, "ligações externas"},
    {WikiName::kAppendix, "bronnen"},
    {WikiName::kAppendix, "bron"},
    {WikiName::kAppendix, "källor"},
    {WikiName::kAppendix, "källa"},
    {WikiName::kAppendix, "źródła"},
    {WikiName::kAppendix, "źródło"},
    {WikiName::kAppendix, "przypisy"},
    {WikiName::kAppendix, "zobacz też"},
    {WikiName::kAppendix, "linki zewnętrzne"},
    {WikiName::kAppendix, "источники"},
    {WikiName::kAppendix, "источник"},
    {WikiName::kAppendix, "ссылки"},
    {WikiName::kAppendix, "примечания"},
    {WikiName::kAppendix, "см. также"},
    {WikiName::kAppendix, "комментарии"},
    {WikiName::kFileSpace, "file"},
    {WikiName::kFileSpace, "image"},
    {WikiName::kFileSpace, "datei"},
    {WikiName::kFileSpace, "bild"},
    {WikiName::kFileSpace, "fichier"},
    {WikiName::kFileSpace, "archivo"},
    {WikiName::kFileSpace, "imagen"},
    {WikiName::kFileSpace, "arquivo"},
    {WikiName::kFileSpace, "ficheiro"},
    {WikiName::kFileSpace, "immagine"},
    {WikiName::kFileSpace, "bestand"},
    {WikiName::kFileSpace, "fil"},
    {WikiName::kFileSpace, "plik"},
    {WikiName::kFileSpace, "grafika"},
    {WikiName::kFileSpace, "файл"},
    {WikiName::kFileSpace, "изображение"},
    {WikiName::kCategorySpace, "category"},
    {WikiName::kCategorySpace, "kategorie"},
    {WikiName::kCategorySpace, "categoría"},
    {WikiName::kCategorySpace, "catégorie"},
    {WikiName::kCategorySpace, "kategori"},
    {WikiName::kCategorySpace, "kategoria"},
    {WikiName::kCategorySpace, "категория"},
    {WikiName::kDateTemplate, "date"},
    {WikiName::kDateTemplate, "datum"},
    {WikiName::kDateTemplate, "fecha"},
    {WikiName::kDateTemplate, "data"},
    {WikiName::kDateTemplate, "дата"},
    {WikiName::kQuoteTemplate, "quote"},
    {WikiName::kQuoteTemplate, "quoteleft"},
    {WikiName::kQuoteTemplate, "quoteright"},
    {WikiName::kQuoteTemplate, "quote left"},
    {WikiName::kQuoteTemplate, "quote right"},
    {WikiName::kQuoteTemplate, "cquote"},
    {WikiName::kQuoteTemplate, "blockquote"},
    {WikiName::kQuoteTemplate, "pull quote"},
    {WikiName::kQuoteTemplate, "zitat"},
    {WikiName::kQuoteTemplate, "citation"},
    {WikiName::kQuoteTemplate, "cita"},
    {WikiName::kQuoteTemplate, "citazione"},
    {WikiName::kQuoteTemplate, "cytat"},
    {WikiName::kQuoteTemplate, "цитата"},
});

constexpr std::size_t kLongestName = 100;  // bytes

using NameTable = std::set<std::pair<WikiName, std::string>>;

NameTable FoldedTable() {
  NameTable table;
  for (const Row& row : kRows) table.emplace(row.meaning, FoldValue(row.name));
  return table;
}

}  // namespace

std::string FoldedWikiName(std::string_view text) {
  return text.size() > kLongestName ? std::string() : FoldValue(text);
}

bool IsWikiName(const std::string& folded, WikiName meaning) {
  static const NameTable kTable = FoldedTable();
  return kTable.count({meaning, folded}) != 0;
}

}  // namespace archive
