#!/usr/bin/env python3
"""Places and organisations as other languages call them: writes the table of names.

    scripts/make_foreign_names.py [SHARED]      SHARED: ../shared/data/gazetteers

Reads the countries of mledoze/countries (countries.json; ODbL 1.0), GeoNames' places
(cities.tsv; CC BY 4.0) and the names of international organisations
(international_organisations.yaml; CC BY-SA 4.0) and writes
indexer/analysis/models/foreign-names.tsv, a line a name, in order:

    language or script TAB LOC or ORG TAB name TAB the name it is known by

The last one is that which English articles are counted under.  A script (Latn, Cyrl,
Hani, Hang, Arab, Grek) stands for all languages written in it: GeoNames does not say
which language calls a city so.  Cities are capitals, those of a million people or more, and those of many names;
in Chinese, Japanese and Korean of 3,000,000, where short names are parts of other words.
A name of several cities is the largest one's, if that has four times the people of the
next.  Left out is what also is a given name, a German noun or no name at all.
"""
import collections
import csv
import difflib
import json
import pathlib
import sys
import unicodedata

import yaml

from make_places import ROOT, TIMES, countries, folded

LARGE = 1_000_000
VERY_LARGE = 3_000_000
LEAST_LIKENESS = 0.5
MANY_NAMES = 40  # of a place that the world speaks of: Venice
LANGUAGES = {
    "ara": "ar", "ces": "cs", "deu": "de", "est": "et", "fin": "fi", "fra": "fr",
    "hrv": "hr", "hun": "hu", "ita": "it", "jpn": "ja", "kor": "ko", "nld": "nl",
    "per": "fa", "pol": "pl", "por": "pt", "rus": "ru", "slk": "sk", "spa": "es",
    "swe": "sv", "tur": "tr", "urd": "ur", "zho": "zh", "ell": "el", "heb": "he",
    "dan": "da", "nob": "no", "isl": "is", "ukr": "uk", "bul": "bg", "ron": "ro",
}
SCRIPTS = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "CJK": "Hani", "HANGUL": "Hang",
    "ARABIC": "Arab", "GREEK": "Grek",
}
NOT_CITIES = {"essen", "nice", "reading", "of", "mobile", "male", "as", "orange", "central", "western",
              "eastern", "northern", "southern", "north", "south", "east", "west", "santa"}
# Countries whose regions are named abroad, too.
FEDERATIONS = {"AU", "BR", "CA", "CN", "DE", "ES", "FR", "GB", "IN", "IT", "RU", "US"}
# As people say, where the gazetteers have the state's own word.
SAID = [
    ("de", "LOC", "Großbritannien", "United Kingdom"), ("de", "LOC", "USA", "United States"),
    ("de", "LOC", "England", "England"), ("de", "LOC", "DDR", "East Germany"),
    ("de", "LOC", "Sowjetunion", "Soviet Union"),
    ("fr", "LOC", "Grande-Bretagne", "United Kingdom"), ("fr", "LOC", "Angleterre", "England"),
    ("fr", "LOC", "URSS", "Soviet Union"), ("fr", "LOC", "Union soviétique", "Soviet Union"),
    ("es", "LOC", "Gran Bretaña", "United Kingdom"), ("es", "LOC", "EE.UU.", "United States"),
    ("es", "LOC", "EEUU", "United States"), ("es", "LOC", "Inglaterra", "England"),
    ("es", "LOC", "Unión Soviética", "Soviet Union"),
    ("it", "LOC", "Gran Bretagna", "United Kingdom"), ("it", "LOC", "Inghilterra", "England"),
    ("it", "LOC", "Unione Sovietica", "Soviet Union"),
    ("pt", "LOC", "Grã-Bretanha", "United Kingdom"), ("pt", "LOC", "Inglaterra", "England"),
    ("nl", "LOC", "Groot-Brittannië", "United Kingdom"), ("nl", "LOC", "Engeland", "England"),
    ("ru", "LOC", "США", "United States"), ("ru", "LOC", "СССР", "Soviet Union"),
    ("ru", "LOC", "Россия", "Russia"), ("zh", "LOC", "苏联", "Soviet Union"),
    ("it", "LOC", "Stati Uniti", "United States"),
    ("ru", "LOC", "Соединённые Штаты", "United States"),
    ("zh", "LOC", "美國", "United States"), ("zh", "LOC", "英國", "United Kingdom"),
    ("zh", "LOC", "法國", "France"), ("zh", "LOC", "德國", "Germany"),
    ("zh", "LOC", "韓國", "South Korea"), ("zh", "LOC", "蘇聯", "Soviet Union"),
    ("ja", "LOC", "米国", "United States"), ("ja", "LOC", "英国", "United Kingdom"),
    ("ja", "LOC", "ソ連", "Soviet Union"), ("ko", "LOC", "소련", "Soviet Union"),
    ("zh", "LOC", "马里兰", "Maryland"), ("zh", "LOC", "馬里蘭", "Maryland"),
    ("zh", "LOC", "巴西利亚", "Brasília"), ("zh", "LOC", "刚果金", "DR Congo"),
    ("zh", "LOC", "刚果布", "Republic of the Congo"),
    ("zh", "LOC", "多米尼加", "Dominican Republic"),
    ("de", "ORG", "Bayern München", "Bayern Munich"),
    ("da", "LOC", "Paraguay", "Paraguay"), ("no", "LOC", "Paraguay", "Paraguay"),
    ("da", "LOC", "Kuwait", "Kuwait"), ("no", "LOC", "Kuwait", "Kuwait"),
]
# The organisations of which papers write most, as short as they write them.
SHORT_FORMS = """
United Nations|de UNO|de Uno|fr ONU|es ONU|it ONU|pt ONU|nl VN|ru ООН|zh 联合国|zh 聯合國|ja 国連|ko 유엔|ar الأمم المتحدة
European Union|de EU|fr UE|es UE|it UE|pt UE|nl EU|ru ЕС|ru Евросоюз|zh 欧盟|zh 歐盟|ja 欧州連合|ko 유럽연합|ar الاتحاد الأوروبي
NATO|de Nato|de NATO|fr OTAN|es OTAN|it Nato|it NATO|pt NATO|pt OTAN|nl NAVO|ru НАТО|zh 北约|zh 北約|ja 北大西洋条約機構|ko 나토|ar الناتو
International Monetary Fund|de IWF|fr FMI|es FMI|it FMI|pt FMI|nl IMF|ru МВФ|zh 国际货币基金组织|ja 国際通貨基金|ar صندوق النقد الدولي
World Health Organization|de WHO|fr OMS|es OMS|it OMS|pt OMS|nl WHO|ru ВОЗ|zh 世卫组织|zh 世界卫生组织|ja 世界保健機関|ko 세계보건기구|ar منظمة الصحة العالمية
World Trade Organization|de WTO|fr OMC|es OMC|it WTO|pt OMC|nl WTO|ru ВТО|zh 世贸组织|ja 世界貿易機関
European Central Bank|de EZB|fr BCE|es BCE|it BCE|pt BCE|nl ECB|ru ЕЦБ|zh 欧洲央行|ja 欧州中央銀行|ko 유럽중앙은행
"""


# Where GeoNames has another name than English papers.
ENGLISH = {"Frankfurt am Main": "Frankfurt", "New York City": "New York",
           "Göteborg": "Gothenburg", "Hannover": "Hanover", "Genève": "Geneva", "Nürnberg": "Nuremberg", "Antwerpen": "Antwerp",
           "Basel": "Basel", "Bern": "Bern", "Sevilla": "Seville", "Turin": "Turin",
           "Ghent": "Ghent", "Zürich": "Zurich", "Köln": "Cologne", "Kyiv": "Kyiv"}
# Words and names of people first: Владимир is one, Grenade a weapon, 수단 "means"
# (so that Sudan is not found in Korean), مالي "financial".
NO_PLACES = {"Владимир", "Vladimir", "Valence", "Grenade", "Liege", "Soul", "Musil", "Vena",
             "Gera", "La Colonia", "Russe", "Остин", "수단", "오만", "مالي", "D'or", "Leck"}
# Of these GeoNames' list of names ends before the scripts below begin.
CITIES = """
Moscow Москва 莫斯科 モスクワ 모스크바 موسكو
London Лондон 伦敦 ロンドン 런던 لندن
Paris Париж 巴黎 パリ 파리 باريس
Beijing Пекин 北京 北京 베이징 بكين
Berlin Берлин 柏林 ベルリン 베를린 برلين
Rome Рим 罗马 ローマ 로마 روما
Madrid Мадрид 马德里 マドリード 마드리드 مدريد
Washington Вашингтон 华盛顿 ワシントン 워싱턴 واشنطن
Brussels Брюссель 布鲁塞尔 ブリュッセル 브뤼셀 بروكسل
Geneva Женева 日内瓦 ジュネーブ 제네바 جنيف
Vienna Вена 维也纳 ウィーン 빈 فيينا
Tokyo Токио 东京 東京 도쿄 طوكيو
Seoul Сеул 首尔 ソウル 서울 سيول
Pyongyang Пхеньян 平壤 平壌 평양 بيونغيانغ
Damascus Дамаск 大马士革 ダマスカス 다마스쿠스 دمشق
Jerusalem Иерусалим 耶路撒冷 エルサレム 예루살렘 القدس
Cairo Каир 开罗 カイロ 카이로 القاهرة
Kyiv Киев 基辅 キーウ 키이우 كييف
Warsaw Варшава 华沙 ワルシャワ 바르샤바 وارسو
Istanbul Стамбул 伊斯坦布尔 イスタンブール 이스탄불 إسطنبول
"""
# Too short to be told from other words.
SHORT = {"빈", "파리", "로마"}


def written_cities():
    for line in CITIES.strip().splitlines():
        city, *names = line.split()
        for language, name in zip(("ru", "zh", "ja", "ko", "ar"), names):
            if name not in SHORT:
                yield language, "LOC", name, city


# Cities that a language calls as it calls people or other cities, too, or by a name
# that has little of the city's own.
EXONYMS = """
Vienna|de Wien|fr Vienne|es Viena|pt Viena|nl Wenen|sv Wien|da Wien
Rome|de Rom|es Roma|it Roma|pt Roma|sv Rom|da Rom
Moscow|de Moskau|it Mosca|pt Moscovo|sv Moskva|da Moskva|no Moskva|cs Moskva
Beijing|de Peking|fr Pékin|es Pekín|it Pechino|pt Pequim|nl Peking
Brussels|de Brüssel|es Bruselas|it Bruxelles|pt Bruxelas|nl Brussel
Athens|de Athen|es Atenas|it Atene|pt Atenas|nl Athene
Geneva|de Genf|es Ginebra|it Ginevra|pt Genebra|nl Genève
Lisbon|de Lissabon|fr Lisbonne|es Lisboa|it Lisbona|pt Lisboa|nl Lissabon
Prague|de Prag|nl Praag|sv Prag
Florence|de Florenz|es Florencia|it Firenze|pt Florença
Genoa|de Genua|fr Gênes|es Génova|it Genova|pt Génova|nl Genua
Milan|fr Milan|es Milán|it Milano|pt Milão|nl Milaan
Cologne|es Colonia|it Colonia|pt Colônia|nl Keulen
Strasbourg|de Straßburg|es Estrasburgo|it Strasburgo|nl Straatsburg
Kyiv|de Kiew|fr Kiev|es Kiev|it Kiev|pt Kiev|nl Kiev
Basel|fr Bâle|es Basilea|it Basilea|nl Bazel
Philadelphia|es Filadelfia|it Filadelfia
Munich|it Monaco di Baviera|es Múnich|pt Munique
Liège|de Lüttich|nl Luik|es Lieja|it Liegi
Aachen|fr Aix-la-Chapelle|es Aquisgrán|it Aquisgrana|nl Aken
Bratislava|de Pressburg
Ljubljana|de Laibach|it Lubiana
Wrocław|de Breslau|it Breslavia
Gdańsk|de Danzig|it Danzica
Lviv|de Lemberg|fr Lviv|it Leopoli
Stuttgart|it Stoccarda
Stockholm|it Stoccolma|es Estocolmo
Regensburg|fr Ratisbonne|it Ratisbona
Havana|de Havanna|fr La Havane|es La Habana|it L'Avana|pt Havana
The Hague|de Den Haag|fr La Haye|es La Haya|it L'Aia|pt Haia|nl Den Haag
Damascus|de Damaskus|fr Damas|es Damasco|it Damasco|pt Damasco
Jerusalem|it Gerusalemme|es Jerusalén|pt Jerusalém|nl Jeruzalem
Copenhagen|it Copenaghen|pt Copenhaga
Dublin|es Dublín|it Dublino
London|es Londres|fr Londres|pt Londres|it Londra|nl Londen
Paris|es París|it Parigi|nl Parijs
Berlin|es Berlín|it Berlino|pt Berlim|nl Berlijn
Zagreb|it Zagabria
Belgrade|de Belgrad|it Belgrado|es Belgrado|pt Belgrado
Bucharest|de Bukarest|fr Bucarest|es Bucarest|it Bucarest|pt Bucareste
Singapore|de Singapur|es Singapur|fr Singapour|pt Singapura
"""


def said_of(table, kind):
    for line in table.strip().splitlines():
        known, *forms = line.split("|")
        for form in forms:
            language, name = form.split(" ", 1)
            yield language, kind, name, known


def script_of(name):
    scripts = {unicodedata.name(c, "?").split()[0] for c in name if c.isalpha()}
    scripts = {SCRIPTS.get("CJK" if s in ("HIRAGANA", "KATAKANA") else s) for s in scripts}
    return scripts.pop() if len(scripts) == 1 else None


def is_name(name):
    """Not a code, a transliteration in small letters, or a word with a note."""
    if any(c in name for c in "\t()[]/|0123456789") or len(name) < 2:
        return False
    script = script_of(name)
    if script in ("Latn", "Cyrl", "Grek"):
        return len(name) > 3 and name[0].isupper() and not name.isupper()
    return script is not None


def given_names(folder):
    names = set()
    for file in ("given_names.txt", "given_names_us.txt"):
        for line in (folder / file).read_text(encoding="utf-8").splitlines():
            if line.strip():
                names.add(folded(line.split(",")[0].split("\t")[0]))
    return names


def country_rows(folder, known_as):
    for row in json.loads((folder / "countries.json").read_text(encoding="utf-8")):
        known = known_as[row["cca2"]]
        names = dict(row["name"].get("native", {})) | row["translations"]
        for code, name in names.items():
            if code in LANGUAGES:
                for form in {name["common"], name["official"]}:
                    yield LANGUAGES[code], "LOC", form.split(" (")[0], known


def organisation_rows(folder):
    text = (folder / "international_organisations.yaml").read_text(encoding="utf-8")
    for row in yaml.safe_load(text).values():
        known = row.get("Name_en")
        for language in ("fr", "es", "de", "pt", "ru", "uk", "zh"):
            for key in ("Name_", "Abbreviation_"):
                name = row.get(key + language)
                if known and isinstance(name, str) and len(name) > 2 and "[" not in name:
                    yield language, "ORG", name.strip(), known


def region_rows(folder, given):
    """So that New Jersey is no Jersey."""
    people = collections.Counter()
    with (folder / "cities.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            people[f"{row['country']}.{row['admin1']}"] += int(row["population"] or 0)
    for row in json.loads((folder / "admin1.json").read_text(encoding="utf-8")):
        name = row["name"]
        if (row["code"][:2] in FEDERATIONS and people[row["code"]] >= LARGE
                and script_of(name) == "Latn" and is_name(name)
                and folded(name) not in NOT_CITIES | given):
            yield "Latn", "LOC", name, name


def primary_names(folder):
    with (folder / "cities.tsv").open(encoding="utf-8", newline="") as file:
        return {folded(row["name"]) for row in
                csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


def surnames(folder):
    return {folded(line.split(",")[0]) for line in
            (folder / "surnames_us.txt").read_text(encoding="utf-8").splitlines()}


def is_like(name, city):
    """Whether it is the city's name in another language: GeoNames also knows what
    cities were called once (Waterloo is Austin) and what lies in them."""
    same = difflib.SequenceMatcher(None, folded(name), folded(city)).ratio()
    return same > LEAST_LIKENESS


def city_rows(folder, given):
    capitals, people_called = set(), surnames(folder)
    countries_called = {folded(known) for known in countries(folder).values()}
    for row in json.loads((folder / "countries.json").read_text(encoding="utf-8")):
        capitals.update((row["cca2"], folded(name)) for name in row["capital"])
    cities_called = primary_names(folder)
    found = collections.defaultdict(list)
    with (folder / "cities.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            people = int(row["population"] or 0)
            is_capital = (row["country"], folded(row["name"])) in capitals
            names = {row["name"], *(row["alternate_names"] or "").split(",")}
            if people < LARGE and not is_capital and len(names) < MANY_NAMES:
                continue
            for name in names:
                script = script_of(name)
                if not is_name(name) or folded(name) in NOT_CITIES or script is None:
                    continue
                if script in ("Hani", "Hang") and people < VERY_LARGE and not is_capital:
                    continue
                is_own = folded(name) == folded(row["name"])
                if folded(name) in given and not (is_own and is_capital and people >= LARGE):
                    continue
                if script == "Latn" and not is_own and (
                        folded(name) in people_called | countries_called
                        or folded(name) in cities_called
                        or not is_like(name, ENGLISH.get(row["name"], row["name"]))):
                    continue
                found[script, name].append((people, row["name"]))
    for (script, name), cities in found.items():
        cities.sort(reverse=True)
        if all(cities[0][0] >= TIMES * people for people, other in cities[1:]
               if other != cities[0][1]):
            yield script, "LOC", name, ENGLISH.get(cities[0][1], cities[0][1])


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1
                          else ROOT.parent / "shared/data/gazetteers")
    rows = {}
    given = given_names(folder)
    for source in (SAID, said_of(SHORT_FORMS, "ORG"), said_of(EXONYMS, "LOC"), written_cities(), country_rows(folder, countries(folder)), organisation_rows(folder),
                   city_rows(folder, given), region_rows(folder, given)):
        for language, kind, name, known in source:
            if name not in NO_PLACES:
                rows.setdefault((language, kind, " ".join(name.split())), known)
    out = ROOT / "indexer/analysis/models/foreign-names.tsv"
    with out.open("w", encoding="utf-8") as file:
        file.write("# Written by scripts/make_foreign_names.py; sources and licences: NOTICE.\n")
        for key in sorted(rows):
            file.write("\t".join((*key, rows[key])) + "\n")
    print(f"{out.relative_to(ROOT)}: {len(rows)} names")


if __name__ == "__main__":
    main()
