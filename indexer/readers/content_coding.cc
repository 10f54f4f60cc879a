#include "indexer/readers/content_coding.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <memory>

#include <brotli/decode.h>
#include <zlib.h>

#include "common/dates/date_scanner.h"

namespace archive {
namespace {

constexpr std::size_t kBlock = std::size_t{64} << 10;

// The size that a line "1a2f; extension" gives, and where its chunk begins.
struct ChunkHead {
  std::size_t size = 0;
  std::size_t end = 0;
};

bool ReadChunkHead(std::string_view body, std::size_t at, ChunkHead& head) {
  constexpr std::size_t kLongest = 1024;
  const std::size_t line_end = body.find('\n', at);
  if (line_end == std::string_view::npos || line_end - at > kLongest)
    return false;
  const std::string_view line = body.substr(at, line_end - at);
  const auto [stop, error] =
      std::from_chars(line.data(), line.data() + line.size(), head.size, 16);
  if (error != std::errc() || stop == line.data()) return false;
  const auto rest = line.substr(static_cast<std::size_t>(stop - line.data()));
  if (!rest.empty() && rest.front() != ';' && !IsBlank(rest.front()))
    return false;
  head.end = line_end + 1;
  return true;
}

enum class ZlibForm : int { kGzipOrZlib = 15 + 32, kRaw = -15 };

// What comes out until the end, an error or the limit.
std::string Inflated(std::string_view body, ZlibForm form,
                     std::size_t max_bytes) {
  z_stream stream = {};
  if (inflateInit2(&stream, static_cast<int>(form)) != Z_OK) return {};
  const std::unique_ptr<z_stream, decltype(&inflateEnd)> end(&stream,
                                                             inflateEnd);
  // zlib does not write to it; its interface lacks a const.
  stream.next_in = const_cast<Bytef*>(  // NOLINT
      reinterpret_cast<const Bytef*>(body.data()));
  stream.avail_in = static_cast<uInt>(
      std::min<std::size_t>(body.size(), std::uint32_t{1} << 31));
  std::string out;
  std::array<char, kBlock> block;
  for (int state = Z_OK; state == Z_OK && out.size() < max_bytes;) {
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    state = inflate(&stream, Z_NO_FLUSH);
    out.append(block.data(), block.size() - stream.avail_out);
    if (state == Z_STREAM_END && stream.avail_in > 0 &&
        form == ZlibForm::kGzipOrZlib && stream.next_in[0] == 0x1F)
      state = inflateReset(&stream);
  }
  if (out.size() > max_bytes) out.resize(max_bytes);
  return out;
}

std::string Unbrotlied(std::string_view body, std::size_t max_bytes) {
  const std::unique_ptr<BrotliDecoderState,
                        decltype(&BrotliDecoderDestroyInstance)>
      decoder(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr),
              BrotliDecoderDestroyInstance);
  if (decoder == nullptr) return {};
  const auto* next = reinterpret_cast<const std::uint8_t*>(body.data());
  std::size_t left = body.size();
  std::string out;
  std::array<char, kBlock> block;
  for (auto state = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
       state == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT &&
       out.size() < max_bytes;) {
    auto* to = reinterpret_cast<std::uint8_t*>(block.data());
    std::size_t room = block.size();
    state = BrotliDecoderDecompressStream(decoder.get(), &left, &next, &room,
                                          &to, nullptr);
    out.append(block.data(), block.size() - room);
  }
  if (out.size() > max_bytes) out.resize(max_bytes);
  return out;
}

}  // namespace

std::string WithoutChunks(std::string_view body) {
  std::string out;
  std::size_t at = 0;
  for (;;) {
    ChunkHead head;
    if (!ReadChunkHead(body, at, head)) {
      // Not in chunks at all, or no longer.
      out += body.substr(at);
      return out;
    }
    if (head.size == 0) return out;
    out += body.substr(head.end, head.size);
    if (head.size >= body.size() - head.end) return out;
    at = head.end + head.size;
    if (body.substr(at).starts_with("\r\n"))
      at += 2;
    else if (body.substr(at).starts_with("\n"))
      at += 1;
    if (at >= body.size()) return out;
  }
}

std::string Decoded(std::string_view body, std::string_view coding,
                    std::size_t max_bytes) {
  std::string out;
  if (SameLetters(coding, "gzip") || SameLetters(coding, "x-gzip")) {
    out = Inflated(body, ZlibForm::kGzipOrZlib, max_bytes);
  } else if (SameLetters(coding, "deflate")) {
    // The standard means zlib's form; some servers do not.
    out = Inflated(body, ZlibForm::kGzipOrZlib, max_bytes);
    if (out.empty()) out = Inflated(body, ZlibForm::kRaw, max_bytes);
  } else if (SameLetters(coding, "br")) {
    out = Unbrotlied(body, max_bytes);
  }
  return out.empty() ? std::string(body) : out;
}

}  // namespace archive
