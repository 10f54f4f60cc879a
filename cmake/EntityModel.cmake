# The trained model of the entity tagger (scripts/train_tagger.sh), installed
# where the program looks for it, and put there in the build tree, too.  Without
# it all is built, and no names are found.
# Beside it lies the table of where places lie (scripts/make_places.py).
set(entity_model ${PROJECT_SOURCE_DIR}/indexer/analysis/models/entities-en.model)
set(place_table ${PROJECT_SOURCE_DIR}/indexer/analysis/models/places.tsv)
if(EXISTS ${entity_model})
  configure_file(${entity_model}
    ${PROJECT_BINARY_DIR}/share/archive-index/entities-en.model COPYONLY)
  configure_file(${place_table}
    ${PROJECT_BINARY_DIR}/share/archive-index/places.tsv COPYONLY)
  install(FILES ${entity_model} ${place_table}
    DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/archive-index)
else()
  message(WARNING "${entity_model} is missing: no names will be found in texts")
endif()
