# Manual pages and completions, printed by the programs after they are built,
# and installed where Debian's man, bash, zsh and fish look for them.  They lie
# in share/ of the build tree as they will be installed.
#
# To add one: a line below with what --generate prints and the file.
add_custom_target(documentation ALL)

# Where zsh looks depends on the prefix: InstallForPrefix.cmake puts its files
# there.
function(archive_generated program what file)
  set(path ${PROJECT_BINARY_DIR}/share/${file})
  get_filename_component(directory ${file} DIRECTORY)
  string(MAKE_C_IDENTIFIER "${program}_${what}" name)
  # Printed beside and renamed: a program that fails leaves no half page.
  add_custom_command(OUTPUT ${path}
    COMMAND ${CMAKE_COMMAND} -E make_directory
      ${PROJECT_BINARY_DIR}/share/${directory}
    COMMAND $<TARGET_FILE:${program}> --generate ${what} > ${path}.new
    COMMAND ${CMAKE_COMMAND} -E rename ${path}.new ${path}
    DEPENDS ${program}
    COMMENT "Printing share/${file}"
    VERBATIM)
  add_custom_target(documentation_${name} DEPENDS ${path})
  add_dependencies(documentation documentation_${name})
  if(NOT directory STREQUAL zsh)
    install(FILES ${path} DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/${directory})
  endif()
endfunction()

archive_generated(archive-query man-syntax man/man7/archive-query-syntax.7)
archive_generated(archive-index man-formats man/man7/archive-index-formats.7)
foreach(program archive-query archive-index)
  archive_generated(${program} man man/man1/${program}.1)
  archive_generated(${program} complete-bash
    bash-completion/completions/${program})
  archive_generated(${program} complete-zsh
    zsh/_${program})
  archive_generated(${program} complete-fish
    fish/vendor_completions.d/${program}.fish)
endforeach()
