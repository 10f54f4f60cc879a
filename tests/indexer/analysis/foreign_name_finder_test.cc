#include "indexer/analysis/foreign_name_finder.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/tiny_entity_model.h"

namespace archive {
namespace {

// "Germany (Deutschland; Deutschlands)": known as, own, other forms.
std::vector<std::string> NamesIn(std::string_view language,
                                 std::vector<std::string_view> texts) {
  static const EntityModel model = ShippedEntityModel();
  ForeignNameFinder finder(model);
  std::vector<std::string> names;
  const FoundNames found = finder.Find(language, texts);
  for (const FoundName& name : found.names) {
    std::string text = name.name + " (" + name.own_name;
    for (const std::string& form : name.forms) {
      if (form != name.own_name) text += "; " + form;
    }
    names.push_back(text + ")");
  }
  for (const NameMention& mention : found.mentions) {
    EXPECT_EQ(mention.text, texts[mention.part].substr(
                                mention.bytes.begin,
                                mention.bytes.end - mention.bytes.begin));
    EXPECT_LT(mention.name, found.names.size());
  }
  return names;
}

TEST(ForeignNameFinder, NamesAreKnownByTheEnglishOne) {
  const struct {
    std::string_view language;
    std::string_view text;
    std::vector<std::string> names;
  } cases[] = {
      {"de",
       "In Deutschland und Frankreich.",
       {"Germany (Deutschland)", "France (Frankreich)"}},
      {"de",
       "Die Hauptstadt Deutschlands.",
       {"Germany (Deutschland; Deutschlands)"}},
      {"de",
       "aus den Vereinigten Staaten.",
       {"United States (Vereinigte Staaten; Vereinigten Staaten)"}},
      // Nouns have capitals.
      {"de", "Das Essen im Haus der Regierung war kalt.", {}},
      {"fr",
       "L'Allemagne et les États-Unis, dit l’Italie.",
       {"Germany (Allemagne)", "United States (États-Unis)", "Italy (Italie)"}},
      {"fr",
       "LES ETATS-UNIS D'AMERIQUE A LONDRES",
       {"United States (Les états-unis d'Amérique; LES ETATS-UNIS "
        "D'AMERIQUE)",
        "London (Londres; LONDRES)"}},
      {"fr",
       "L'Union européenne à Bruxelles",
       {"European Union (Union européenne)", "Brussels (Bruxelles)"}},
      {"es",
       "el presidente de Estados Unidos, en Moscú",
       {"United States (Estados Unidos)", "Moscow (Moscú)"}},
      // A part of a longer name is none; nor is another word of its stem.
      {"de", "nach New Jersey", {"New Jersey (New Jersey)"}},
      {"it", "il suo assistente George Kemp", {}},
      {"ar", "تصل القناة البحر المتوسط", {}},
      {"fr", "Anatole France et Jack London, à Paris", {"Paris (Paris)"}},
      {"ru",
       "Президент России Владимир Путин в Москве",
       {"Russia (Россия; России)", "Moscow (Москва; Москве)"}},
      {"zh", "美國總統在北京", {"United States (美國)", "Beijing (北京)"}},
      {"it", "negli Stati Uniti", {"United States (Stati Uniti)"}},
      {"fr", "à Genève", {"Geneva (Genève)"}},
      // Small letters are no name, and a word with small ones is a word.
      {"es", "la malta y el chile", {}},
      {"es", "Chile, dijo, y otro chile más.", {}},
      // Cases.
      {"ru",
       "в России и Швеции",
       {"Russia (Россия; России)", "Sweden (Швеция; Швеции)"}},
      // Without white space, without capitals.
      {"ja", "米国と日本の首相", {"United States (米国)", "Japan (日本)"}},
      {"zh", "中国与韩国", {"China (中国)", "South Korea (韩国)"}},
      // Parts of other words, and what is called after a country.
      {"zh", "印度洋上的船只", {}},
      {"ja", "インド洋を航行", {}},
      {"zh", "刚果河与墨西哥湾", {}},
      {"zh", "行长马里奥·德拉吉表示", {}},
      {"zh", "马里兰州", {"Maryland (马里兰)"}},
      {"ja", "日本人と英語", {"Japan (日本)"}},
      {"zh", "中国人民解放军和印度总理", {"China (中国)", "India (印度)"}},
      {"zh", "刚果(金)总统", {"DR Congo (刚果金; 刚果(金)"}},
      {"zh", "韩国瑜说", {}},
      {"zh", "古巴比伦", {}},
      {"ja", "中国電力の株価", {}},
      {"ko", "인도적 지원", {}},
      {"ko", "인도는", {"India (인도)"}},
      // What cities were called once, and people called like places.
      {"fr", "la bataille de Waterloo, dans le Jura", {}},
      {"es", "dijo Santiago Abascal en Santiago", {"Santiago (Santiago)"}},
      {"da", "fra Paraguay", {"Paraguay (Paraguay)"}},
      {"de", "in Wien und Rom", {"Vienna (Wien)", "Rome (Rom)"}},
      // "And" is a letter of the next word.
      {"ar", "بين فرنسا وروسيا", {"France (فرنسا)", "Russia (روسيا)"}},
      {"de",
       "UNO, EU und IWF",
       {"United Nations (UNO)", "European Union (EU)",
        "International Monetary Fund (IWF)"}},
      {"fr",
       "l'OTAN, l'UE et le FMI à Valence",
       {"NATO (OTAN)", "European Union (UE)",
        "International Monetary Fund (FMI)"}},
      {"de",
       "Bayern München gewann in Bayern",
       {"Bayern Munich (Bayern München)"}},
      {"ko", "중국은 한국과", {"China (중국)", "South Korea (한국)"}},
      {"th", "Berlin", {}},
      {"xx", "Berlin", {"Berlin (Berlin)"}},
  };
  for (const auto& c : cases)
    EXPECT_EQ(NamesIn(c.language, {c.text}), c.names) << c.text;
}

TEST(ForeignNameFinder, ANameIsToldOnceWithItsForms) {
  EXPECT_EQ(NamesIn("de", {"Großbritannien wählt", "",
                           "In Großbritannien; das "
                           "Vereinigte Königreich; Großbritanniens Wähler"}),
            (std::vector<std::string>{
                "United Kingdom (Großbritannien; Vereinigte Königreich; "
                "Großbritanniens)"}));
}

}  // namespace
}  // namespace archive
