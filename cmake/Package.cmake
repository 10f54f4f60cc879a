# A Debian package: `cpack -G DEB` in the build directory.
install(CODE "
  set(PACKAGING \"${PROJECT_SOURCE_DIR}/packaging\")
  set(SHARE \"${PROJECT_BINARY_DIR}/share\")
  include(\"${PROJECT_SOURCE_DIR}/cmake/InstallForPrefix.cmake\")")

set(CPACK_PACKAGE_NAME archive-index)
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "archive-index <archive-index@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "full-text search for news archives")
set(CPACK_PACKAGE_DESCRIPTION
"archive-index makes a directory of articles searchable: plain text, web
pages, wire formats and what they are packed in. archive-query answers
questions with exact counts, snippets, facets and timelines: words, phrases,
distances, wildcards, people, organisations, places, days of publication and
the times that a text speaks of.
.
The index is a Xapian database that other tools open, too. There is no server.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
# pdftotext, without which PDF files fail by name.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS poppler-utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  ${PROJECT_SOURCE_DIR}/packaging/debian/postinst
  ${PROJECT_SOURCE_DIR}/packaging/debian/postrm)
include(CPack)
