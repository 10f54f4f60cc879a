# shellcheck shell=bash
# Sourced by the scripts beside it, not run by itself.
#
# install_packages GROUP...: installs the packages of these groups of
# packages.txt that are missing.  Asks for nothing and changes nothing when all
# are there.  Ends the script, with the reason, when it cannot.

stop() {
  printf '%s: %s\n' "$(basename "$0")" "$1" >&2
  shift
  printf '  %s\n' "$@" >&2
  exit 1
}

packages_of() {
  awk -v groups=" $* " '
    { sub(/#.*/, ""); gsub(/[ \t]+$/, "") }
    /^\[/ { inside = index(groups, " " substr($0, 2, length($0) - 2) " "); next }
    inside && $0 != "" { print }
  ' "$(dirname "${BASH_SOURCE[0]}")/packages.txt"
}

is_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# What the system calls itself: "Debian GNU/Linux 12 (bookworm)".
system_name() {
  # shellcheck source=/dev/null
  (source /etc/os-release && echo "$PRETTY_NAME") 2>/dev/null || uname -s
}

# Runs apt-get as root.  sbin belongs on the PATH: dpkg wants ldconfig, and the
# PATH of a plain `su` has none.
apt_get() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive PATH="$PATH:/usr/sbin:/sbin" \
    apt-get -q "$@" >/dev/null
}

# Fills as_root, or ends the script, with what root has to type.
find_root() {
  local -r by_hand="as root: apt-get update && apt-get install ${missing[*]}"
  [ "$(id -u)" -ne 0 ] || return 0
  command -v sudo >/dev/null ||
    stop "Debian packages are missing, and only root may install them" \
      "there is no sudo here; $by_hand"
  sudo true ||
    stop "Debian packages are missing, and sudo does not make you root" "$by_hand"
  as_root=(sudo)
}

# An installed package is no help when the PATH leads elsewhere.
require_on_path() {
  local program
  for program in "$@"; do
    command -v "$program" >/dev/null ||
      stop "there is no $program on the PATH, though its package is installed" \
        "PATH is $PATH"
  done
}

install_packages() {
  local -a missing=() as_root=()
  local package
  command -v apt-get >/dev/null && command -v dpkg-query >/dev/null ||
    stop "this is not Debian but $(system_name): there is no apt-get" \
      "install what scripts/packages.txt lists by other means, then run" \
      "  cmake --preset release && cmake --build --preset release"
  for package in $(packages_of "$@"); do
    is_installed "$package" || missing+=("$package")
  done
  if [ ${#missing[@]} -eq 0 ]; then
    echo "All Debian packages that are needed are installed."
  else
    find_root
    echo "Installing Debian packages: ${missing[*]}"
    # A list that cannot be fetched ends nothing as long as the packages come:
    # it may be of a mirror that has none of them.  When they do not come, the
    # reason is the one that `update` gave, not a line a package.
    if apt_get update -o APT::Update::Error-Mode=any; then
      apt_get install -y --no-install-recommends "${missing[@]}" ||
        stop "Debian packages could not be installed: ${missing[*]}" \
          "apt-get's reason is above; this is made for Debian 12 (bookworm)," \
          "and here is $(system_name)"
    else
      apt_get install -y --no-install-recommends "${missing[@]}" 2>/dev/null ||
        stop "Debian packages could not be fetched: ${missing[*]}" \
          "is there a network, and do the sources of apt name a mirror?"
    fi
  fi
  require_on_path cmake ninja g++
}
