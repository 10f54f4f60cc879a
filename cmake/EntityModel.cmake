# The trained model of the entity tagger (scripts/train_tagger.sh), installed
# where the program looks for it, and put there in the build tree, too.  Without
# it all is built, and no names are found.
set(entity_model ${PROJECT_SOURCE_DIR}/indexer/analysis/models/entities-en.model)
if(EXISTS ${entity_model})
  configure_file(${entity_model}
    ${PROJECT_BINARY_DIR}/share/archive-index/entities-en.model COPYONLY)
  install(FILES ${entity_model}
    DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/archive-index)
else()
  message(WARNING "${entity_model} is missing: no names will be found in texts")
endif()
