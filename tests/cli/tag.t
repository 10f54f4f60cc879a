# The people, organisations and places in a text.

$ printf 'Senior Colonel Tan Kefei spoke in Beijing.\nThe U.S. and the ROK listened, Tan said.\n' | archive-index tag --text
{"start":15,"end":24,"type":"PER","text":"Tan Kefei","canonical":"Tan Kefei","confidence":0.99}
{"start":34,"end":41,"type":"LOC","text":"Beijing","canonical":"Beijing","confidence":1}
{"start":47,"end":51,"type":"LOC","text":"U.S.","canonical":"United States","confidence":1}
{"start":60,"end":63,"type":"LOC","text":"ROK","canonical":"South Korea","confidence":0.94}
{"start":74,"end":77,"type":"PER","text":"Tan","canonical":"Tan Kefei","confidence":0.99}
[0]

$ printf -- '-DOCSTART-\tO\n\nTan\tX\nKefei\nsaid\n\nin\nSeoul\n' | archive-index tag
-DOCSTART-	O

Tan	B-PER
Kefei	I-PER
said	O

in	O
Seoul	B-LOC
[0]

$ archive-index tag nowhere.conll
2> archive-index: cannot open nowhere.conll: No such file or directory
[74]

$ printf 'Tan\n' | archive-index tag --model nowhere.model
2> archive-index: cannot open nowhere.model: No such file or directory
[74]

$ archive-query --count 'entity-source:found'
109
[0]

$ archive-query --facet person --facet org --facet place '*'
134 articles of 134

person           20 of 162 values (person:all shows the rest)
  Mikhail Gorbachev  3  ███
  Nelson Mandela     3  ███
  Nixon              3  ███
  Alexander Fleming  2  ██
  Cyrus Field        2  ██
  Ernst Chain        2  ██
  Fidel Castro       2  ██
  Howard Florey      2  ██
  John Wilkes Booth  2  ██
  Kennedy            2  ██
  Narendra Modi      2  ██
  Neil Armstrong     2  ██
  Norman Heatley     2  ██
  Peter Higgs        2  ██
  Abraham Lincoln    1  █
  Al Gore            1  █
  Albert Alexander   1  █
  Albert Einstein    1  █
  Alfred Nobel       1  █
  Alfred Vail        1  █

org              20 of 62 values (org:all shows the rest)
  NASA                                      6  ██████
  European Union                            5  █████
  World Health Organization                 3  ███
  Congress                                  2  ██
  European Community                        2  ██
  European Organization for Nuclear…        2  ██
  European Space Agency                     2  ██
  FORD                                      2  ██
  Ministry of National Defense              2  ██
  Northern Theater Command                  2  ██
  Senate                                    2  ██
  Tass                                      2  ██
  United Nations                            2  ██
  Airship Hindenburg                        1  █
  All Saints                                1  █
  ANC                                       1  █
  Canadian Space Agency                     1  █
  Carina Nebula                             1  █
  Centre Party                              1  █
  Commonwealth of Independent States        1  █

place            20 of 191 values (place:all shows the rest)
  United States     25  █████████████████████████
  Paris             12  ████████████
  China             11  ███████████
  London            11  ███████████
  Washington        11  ███████████
  Soviet Union      10  ██████████
  France             9  █████████
  India              8  ████████
  South Korea        6  ██████
  United Kingdom     6  ██████
  Moscow             5  █████
  New York           5  █████
  Australia          4  ████
  Geneva             4  ████
  Mars               4  ████
  South Africa       4  ████
  Sweden             4  ████
  Belgium            3  ███
  Europe             3  ███
  Germany            3  ███
narrow it: archive-query 'person:="Mikhail Gorbachev"'
[0]

# The model is one of English; other languages are looked up in a table.

$ printf 'Der Kanzler sprach in Berlin.\n' | archive-index tag --text --language xx
2> archive-index: there is no language xx
2>   name it by its code: en, de, fr, zh …
[2]

$ printf 'Tan\n' >no.model; printf 'Tan\n' | archive-index tag --model no.model
2> archive-index: no.model is no model of names that this program can read
2>   scripts/train_tagger.sh makes one; without --model the one that came with the program is used
[2]
