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

# The programs of the tests, one for each folder and one for the tests with
# threads (what the tsan preset builds): archive_test() adds files to them.
function(archive_test_programs)
  file(WRITE ${PROJECT_BINARY_DIR}/tests_prelude.cc "")
  add_library(tests_prelude OBJECT ${PROJECT_BINARY_DIR}/tests_prelude.cc)
  archive_test_options(tests_prelude)
  # What nearly every test includes, compiled once.
  target_precompile_headers(tests_prelude PRIVATE
    <gtest/gtest.h> <algorithm> <filesystem> <fstream> <map> <optional> <random>
    <string> <vector>)
  foreach(folder IN ITEMS common indexer query threaded)
    add_executable(${folder}_tests support/test_main.cc)
    archive_test_options(${folder}_tests)
    target_precompile_headers(${folder}_tests REUSE_FROM tests_prelude)
    set_target_properties(${folder}_tests PROPERTIES
      RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  endforeach()
  target_link_libraries(common_tests PRIVATE archive_common)
  target_link_libraries(indexer_tests PRIVATE archive_indexer)
  target_link_libraries(query_tests PRIVATE archive_query_lib archive_indexer)
  target_link_libraries(threaded_tests
    PRIVATE archive_indexer archive_query_lib)
  add_dependencies(threaded_tests archive-index)
endfunction()

function(archive_test_options name)
  archive_options(${name})
  target_link_libraries(${name} PRIVATE GTest::gtest)
  target_compile_definitions(${name} PRIVATE
    ARCHIVE_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    ARCHIVE_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
endfunction()

# archive_test(indexer/cli_test.cc): the file goes into the program of its
# folder, and gets a ctest entry of its own, named after it.  THREADED: it starts
# threads, and ThreadSanitizer should see it; SLOW: a daily run does without.
function(archive_test source)
  cmake_parse_arguments(ARG "THREADED;SLOW" "" "" ${ARGN})
  string(REGEX REPLACE "/.*" "_tests" program ${source})
  if(ARG_THREADED)
    set(program threaded_tests)
  endif()
  target_sources(${program} PRIVATE ${source})
  string(REGEX REPLACE "[/.]" "_" name ${source})
  string(REGEX REPLACE "_cc$" "" name ${name})
  add_test(NAME ${name} COMMAND ${program} ${source})
  # Tests that publish many generations wait for the disk, not for themselves.
  if(IS_DIRECTORY /dev/shm)
    set_tests_properties(${name} PROPERTIES ENVIRONMENT TMPDIR=/dev/shm)
  endif()
  if(ARG_THREADED)
    set_tests_properties(${name} PROPERTIES LABELS threads)
  elseif(ARG_SLOW)
    set_tests_properties(${name} PROPERTIES LABELS slow)
  endif()
endfunction()
