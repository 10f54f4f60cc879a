# archive_library(NAME SOURCES... [LINK libs...]): a static library with the
# project's language level, warnings and include root.  Sources are listed, not
# globbed: a file that is built is a file that someone named.
function(archive_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  archive_options(${name})
  target_link_libraries(${name} PUBLIC ${ARG_LINK})
endfunction()

function(archive_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  archive_options(${name})
  target_link_libraries(${name} PRIVATE ${ARG_LINK})
  install(TARGETS ${name} RUNTIME)
endfunction()

function(archive_options name)
  target_compile_features(${name} PUBLIC cxx_std_20)
  set_target_properties(${name} PROPERTIES CXX_EXTENSIONS OFF)
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_compile_options(${name} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast
    -Wno-missing-field-initializers
    $<$<BOOL:${ARCHIVE_WERROR}>:-Werror>)
endfunction()

# What nearly every test includes, compiled once.
function(archive_test_prelude)
  file(WRITE ${PROJECT_BINARY_DIR}/tests_prelude.cc "")
  add_library(tests_prelude OBJECT ${PROJECT_BINARY_DIR}/tests_prelude.cc)
  archive_test_options(tests_prelude)
  target_precompile_headers(tests_prelude PRIVATE
    <gtest/gtest.h> <algorithm> <filesystem> <fstream> <map> <optional> <random>
    <string> <vector>)
endfunction()

function(archive_test_options name)
  archive_options(${name})
  target_link_libraries(${name} PRIVATE GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE
    ARCHIVE_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    ARCHIVE_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
endfunction()

# archive_test(common/schema_test.cc LIBS archive_common): one executable and
# one ctest entry per test file, named after it.
function(archive_test source)
  cmake_parse_arguments(ARG "" "" "LIBS" ${ARGN})
  string(REGEX REPLACE "[/.]" "_" name ${source})
  string(REGEX REPLACE "_cc$" "" name ${name})
  add_executable(${name} ${source})
  archive_test_options(${name})
  target_precompile_headers(${name} REUSE_FROM tests_prelude)
  set_target_properties(${name} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  target_link_libraries(${name} PRIVATE ${ARG_LIBS})
  add_test(NAME ${name} COMMAND ${name})
  # Tests that publish many generations wait for the disk, not for themselves.
  if(IS_DIRECTORY /dev/shm)
    set_tests_properties(${name} PROPERTIES ENVIRONMENT TMPDIR=/dev/shm)
  endif()
endfunction()
