# The trained model of the entity tagger (scripts/train_tagger.sh), installed
# where the program looks for it, and put there in the build tree, too.  Without
# it all is built, and no names are found.
# Beside it lie the tables of where places lie (scripts/make_places.py) and of what
# other languages call them (scripts/make_foreign_names.py).
set(entity_model ${PROJECT_SOURCE_DIR}/indexer/analysis/models/entities-en.model)
set(place_table ${PROJECT_SOURCE_DIR}/indexer/analysis/models/places.tsv)
set(foreign_names ${PROJECT_SOURCE_DIR}/indexer/analysis/models/foreign-names.tsv)
if(EXISTS ${entity_model})
  configure_file(${entity_model}
    ${PROJECT_BINARY_DIR}/share/archive-index/entities-en.model COPYONLY)
  configure_file(${place_table}
    ${PROJECT_BINARY_DIR}/share/archive-index/places.tsv COPYONLY)
  configure_file(${foreign_names}
    ${PROJECT_BINARY_DIR}/share/archive-index/foreign-names.tsv COPYONLY)
  install(FILES ${entity_model} ${place_table} ${foreign_names}
    DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/archive-index)
else()
  message(WARNING "${entity_model} is missing: no names will be found in texts")
endif()
