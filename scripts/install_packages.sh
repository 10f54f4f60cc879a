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

install_packages() {
  local -a missing=() as_root=()
  local package
  command -v apt-get >/dev/null && command -v dpkg-query >/dev/null ||
    stop "this is not Debian: there is no apt-get" \
      "install what scripts/packages.txt lists by other means, then run" \
      "  cmake --preset release && cmake --build --preset release"
  for package in $(packages_of "$@"); do
    is_installed "$package" || missing+=("$package")
  done
  if [ ${#missing[@]} -eq 0 ]; then
    echo "All Debian packages that are needed are installed."
    return
  fi
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      stop "Debian packages are missing, and only root may install them" \
        "there is no sudo here; as root: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  echo "Installing Debian packages: ${missing[*]}"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get update -q >/dev/null ||
    stop "the list of Debian packages could not be fetched" \
      "is there a network, and does /etc/apt/sources.list name a mirror?"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null ||
    stop "Debian packages could not be installed: ${missing[*]}" \
      "is this Debian 12 (bookworm), and is there room on the disk?"
}
