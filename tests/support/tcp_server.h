// Servers for tests, on the loopback: a stock xapian-tcpsrv, and sockets that
// are none.
#ifndef ARCHIVE_TESTS_SUPPORT_TCP_SERVER_H_
#define ARCHIVE_TESTS_SUPPORT_TCP_SERVER_H_

#include <array>
#include <atomic>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

namespace archive {

inline sockaddr_in Loopback(std::uint16_t port) {
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  return address;
}

// A socket that is bound to a free port; it listens when it is told to.
class BoundSocket {
 public:
  BoundSocket() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address = Loopback(0);
    socklen_t size = sizeof address;
    ::bind(socket_, reinterpret_cast<sockaddr*>(&address), size);
    ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
  }
  BoundSocket(const BoundSocket&) = delete;
  BoundSocket& operator=(const BoundSocket&) = delete;
  ~BoundSocket() { ::close(socket_); }

  void Listen() const { ::listen(socket_, 8); }
  int Accept() const { return ::accept(socket_, nullptr, nullptr); }
  std::uint16_t port() const { return port_; }

 private:
  int socket_;
  std::uint16_t port_ = 0;
};

inline std::string AddressOf(std::uint16_t port) {
  return "xapian://127.0.0.1:" + std::to_string(port);
}

inline constexpr const char* kTcpServer = "/usr/bin/xapian-tcpsrv";

// Owns: the process and its children.
class TcpServer {
 public:
  static bool IsInstalled() { return std::filesystem::exists(kTcpServer); }

  explicit TcpServer(const std::string& index) {
    port_ = BoundSocket().port();
    const std::string port = std::to_string(port_);
    std::array<int, 2> output = {};
    if (::pipe2(output.data(), O_CLOEXEC) != 0) return;
    process_ = ::fork();
    if (process_ == 0) {
      ::setpgid(0, 0);
      ::dup2(output[1], STDOUT_FILENO);
      ::dup2(::open("/dev/null", O_WRONLY), STDERR_FILENO);
      ::execl(kTcpServer, kTcpServer, "--interface", "127.0.0.1", "--port",
              port.c_str(), index.c_str(), nullptr);
      ::_exit(127);
    }
    ::setpgid(process_, process_);
    ::close(output[1]);
    output_ = output[0];
    WaitUntilItListens();
  }
  TcpServer(const TcpServer&) = delete;
  TcpServer& operator=(const TcpServer&) = delete;
  ~TcpServer() {
    Kill();
    ::close(output_);
  }

  // Connections that stand die, too.
  void Kill() {
    if (process_ <= 0) return;
    ::kill(-process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = 0;
  }

  std::string address() const { return AddressOf(port_); }

 private:
  // It says so; one that cannot listen ends, and its output with it.
  void WaitUntilItListens() const {
    std::string said;
    std::array<char, 256> bytes = {};
    while (said.find("Listening") == std::string::npos) {
      const ssize_t count = ::read(output_, bytes.data(), bytes.size());
      if (count <= 0) return;
      said.append(bytes.data(), static_cast<std::size_t>(count));
    }
  }

  pid_t process_ = 0;
  int output_ = -1;  // open as long as the server may write to it
  std::uint16_t port_ = 0;
};

// Accepts one connection after the other and says the same to each.
class TalkingSocket {
 public:
  explicit TalkingSocket(std::string says)
      : says_(std::move(says)), thread_([this] { Talk(); }) {}
  ~TalkingSocket() {
    // Wakes who waits for a connection.
    const int last = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = Loopback(socket_.port());
    is_over_ = true;
    ::connect(last, reinterpret_cast<const sockaddr*>(&address),
              sizeof address);
    thread_.join();
    ::close(last);
  }
  TalkingSocket(const TalkingSocket&) = delete;
  TalkingSocket& operator=(const TalkingSocket&) = delete;

  std::string address() const { return AddressOf(socket_.port()); }

 private:
  void Talk() {
    while (!is_over_) {
      const int other = socket_.Accept();
      ::send(other, says_.data(), says_.size(), MSG_NOSIGNAL);
      ::shutdown(other, SHUT_WR);
      // Until the other end is closed, which a client that gave up may forget.
      const timeval soon = {.tv_sec = 0, .tv_usec = 20'000};
      ::setsockopt(other, SOL_SOCKET, SO_RCVTIMEO, &soon, sizeof soon);
      std::array<char, 4096> ignored = {};
      while (!is_over_ && ::recv(other, ignored.data(), ignored.size(), 0) != 0)
        continue;
      ::close(other);
    }
  }

  struct Listening : BoundSocket {
    Listening() { Listen(); }
  };
  Listening socket_;
  std::string says_;
  std::atomic<bool> is_over_ = false;
  std::thread thread_;
};

}  // namespace archive

#endif  // ARCHIVE_TESTS_SUPPORT_TCP_SERVER_H_
