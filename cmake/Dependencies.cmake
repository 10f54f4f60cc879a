# Every foreign library, from Debian 12's packages; README.md says what each is
# for.  Packages that bring no CMake file are looked for by header and library.
find_package(xapian CONFIG REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(CLI11 CONFIG REQUIRED)
find_package(fmt CONFIG REQUIRED)
find_package(nlohmann_json CONFIG REQUIRED)
find_package(Threads REQUIRED)

function(archive_find_library name header library package)
  find_path(${name}_INCLUDE_DIR ${header})
  find_library(${name}_LIBRARY ${library})
  if(NOT ${name}_INCLUDE_DIR OR NOT ${name}_LIBRARY)
    message(FATAL_ERROR "${header} is missing: install the package ${package}")
  endif()
  add_library(archive::${name} UNKNOWN IMPORTED)
  set_target_properties(archive::${name} PROPERTIES
    IMPORTED_LOCATION ${${name}_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${${name}_INCLUDE_DIR})
endfunction()

archive_find_library(cld2 cld2/public/compact_lang_det.h cld2 libcld2-dev)
archive_find_library(gumbo gumbo.h gumbo libgumbo-dev)
archive_find_library(pugixml pugixml.hpp pugixml libpugixml-dev)
archive_find_library(cmark cmark.h cmark libcmark-dev)
archive_find_library(libyaml yaml.h yaml libyaml-dev)
archive_find_library(brotli brotli/decode.h brotlidec libbrotli-dev)
archive_find_library(libarchive archive.h archive libarchive-dev)
archive_find_library(xxhash xxhash.h xxhash libxxhash-dev)
archive_find_library(zlib zlib.h z zlib1g-dev)
archive_find_library(zstd zstd.h zstd libzstd-dev)
if(ARCHIVE_MIMALLOC)
  archive_find_library(mimalloc mimalloc.h mimalloc libmimalloc-dev)
endif()

# Its headers include GLib's, which lie in two directories.
find_package(PkgConfig REQUIRED)
pkg_check_modules(gmime REQUIRED gmime-3.0)
add_library(archive_gmime INTERFACE)
target_include_directories(archive_gmime SYSTEM INTERFACE ${gmime_INCLUDE_DIRS})
target_link_libraries(archive_gmime INTERFACE ${gmime_LIBRARIES})

add_library(archive_xapian INTERFACE)
target_include_directories(archive_xapian SYSTEM INTERFACE ${XAPIAN_INCLUDE_DIR})
target_link_libraries(archive_xapian INTERFACE ${XAPIAN_LIBRARIES})
