# What depends on the place of installation, which is known only now: included
# by the script of `cmake --install` and of CPack.
#
# Reads: PACKAGING, SHARE (the build tree's share/), CMAKE_INSTALL_PREFIX.
set(staged ${SHARE}/../staged)

# systemd's units name the program by its whole path.
configure_file(${PACKAGING}/systemd/archive-index@.service.in
  ${staged}/archive-index@.service @ONLY)
file(INSTALL ${staged}/archive-index@.service
  ${PACKAGING}/systemd/archive-index@.timer
  DESTINATION ${CMAKE_INSTALL_PREFIX}/lib/systemd/system)

# Debian's zsh looks for the files of packages and of others in two places.
if(CMAKE_INSTALL_PREFIX STREQUAL "/usr")
  set(zsh_directory zsh/vendor-completions)
else()
  set(zsh_directory zsh/site-functions)
endif()
file(INSTALL ${SHARE}/zsh/_archive-query ${SHARE}/zsh/_archive-index
  DESTINATION ${CMAKE_INSTALL_PREFIX}/share/${zsh_directory})

# What Debian's policy asks of packages, and of nobody else.
if(NOT CMAKE_INSTALL_PREFIX STREQUAL "/usr")
  return()
endif()
set(share $ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/share)
file(INSTALL ${PACKAGING}/systemd/archive-index.sysusers
  DESTINATION ${CMAKE_INSTALL_PREFIX}/lib/sysusers.d
  RENAME archive-index.conf)
file(INSTALL ${PACKAGING}/archive-index.crontab
  DESTINATION ${CMAKE_INSTALL_PREFIX}/share/doc/archive-index/examples)
file(INSTALL ${PACKAGING}/../NOTICE
  DESTINATION ${CMAKE_INSTALL_PREFIX}/share/doc/archive-index
  RENAME copyright)
file(INSTALL ${PACKAGING}/debian/changelog
  DESTINATION ${CMAKE_INSTALL_PREFIX}/share/doc/archive-index)
file(GLOB compressed ${share}/man/man*/archive-* ${share}/doc/archive-index/changelog)
execute_process(COMMAND gzip -9nf ${compressed} COMMAND_ERROR_IS_FATAL ANY)
