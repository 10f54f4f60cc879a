#include "indexer/readers/source_articles.h"

#include <optional>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "indexer/readers/foreign_files.h"
#include "indexer/sources/buffered_bytes.h"
#include "indexer/sources/container.h"
#include "indexer/sources/source_walker.h"

namespace archive {
namespace {

constexpr std::size_t kBeginning = std::size_t{64} << 10;

// A file, or something in it.
struct Place {
  std::string id;
  std::string path;
  std::string where;   // in the file, for people; empty for the file itself
  unsigned depth = 0;  // containers around it
  const Neighbours* neighbours = nullptr;
};

std::string JoinWhere(const std::string& place, const std::string& where) {
  return place.empty() || where.empty() ? place + where : place + ": " + where;
}

// As the walker passes over them, and what Macs add to archives.
bool IsHidden(std::string_view name) {
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    const std::string_view part = name.substr(at, end - at);
    if (part == "__MACOSX") return true;
    if (part.starts_with('.') && part != "." && part != "..") return true;
    at = end + 1;
  }
  return false;
}

// Of a crawl packed as WACZ only the records are read: what lies beside them
// are lists of these.
bool IsBesideRecords(std::string_view archive_path, std::string_view name) {
  return ExtensionOf(archive_path) == ".wacz" && !name.starts_with("archive/");
}

// Names of one archive; two members never get one.
class MemberNames {
 public:
  std::string Unique(std::string name) {
    const std::string first = name;
    for (int number = 2; !taken_.insert(Hash(name)).second; ++number)
      name = fmt::format("{}~{}", first, number);
    return name;
  }

 private:
  static std::uint64_t Hash(const std::string& name) {
    return std::hash<std::string>()(name);
  }
  std::unordered_set<std::uint64_t> taken_;
};

// The same, with the name of the member in what is rejected.  Lives: no longer
// than `sink`.
NumberedSink SinkAt(const std::string& where, const NumberedSink& sink) {
  NumberedSink at = {.article = sink.article,
                     .rejection = [where, &sink](Rejection rejection) {
                       rejection.where = JoinWhere(where, rejection.where);
                       sink.rejection(std::move(rejection));
                     }};
  if (!sink.later) return at;
  at.later = [where, &sink](LaterReading later) {
    sink.later({later.bytes, [where, read = std::move(later.read)] {
                  ReadPiece piece = read();
                  return ReadPiece{
                      [where, tell = std::move(piece.tell)](
                          const NumberedSink& to) { tell(SinkAt(where, to)); },
                      piece.bytes};
                }});
  };
  return at;
}

// Reads what a reader needs whole.
void ReadWhole(const Format& format, std::string_view bytes, const Place& place,
               const ReaderOptions& options, const NumberedSink& sink) {
  const NumberedSink at = SinkAt(place.where, sink);
  const Status read =
      ReadNumbered(format,
                   {place.path, bytes, nullptr,
                    place.depth == 0 ? place.neighbours : nullptr},
                   place.id, options, at);
  if (!read) at.rejection({"", read.error().message});
}

class SourceReader {
 public:
  SourceReader(const SourceName& name, const ReaderOptions& options,
               const NumberedSink& sink, Expansion& expansion)
      : name_(name), options_(options), sink_(sink), expansion_(expansion) {}

  SourceNature Read(BufferedBytes& bytes, const Place& place) {
    const std::string_view beginning = bytes.Peek(kBeginning);
    if (beginning.empty() && !bytes.status()) {
      Reject(place, {"", bytes.status().error().message});
      return {};
    }
    const ContainerKind* const kind = FindContainer(beginning);
    if (kind != nullptr) return ReadContainer(*kind, bytes, place);
    const Detection detection = DetectFormat(place.path, beginning);
    if (detection.format == nullptr) return {.skipped = detection.skipped};
    ReadFormat(*detection.format, bytes, place);
    return {.format = std::string(detection.format->name),
            .holds = detection.format->holds};
  }

 private:
  void Reject(const Place& place, Rejection rejection) const {
    rejection.where = JoinWhere(place.where, rejection.where);
    sink_.rejection(std::move(rejection));
  }

  void ReadFormat(const Format& format, BufferedBytes& bytes,
                  const Place& place) const {
    if (format.stream != nullptr) {
      const NumberedSink sink = SinkAt(place.where, sink_);
      const Status read =
          StreamNumbered(format, {place.path, bytes}, place.id, options_, sink);
      if (!read) Reject(place, {"", read.error().message});
    } else {
      WaitIfLarge(bytes);
      const std::uint64_t most =
          place.depth == 0 ? kMaxSourceBytes : expansion_.limits().member_bytes;
      BufferedBytes::Rest rest = bytes.TakeAll(most);
      if (rest.is_cut)
        return Reject(place,
                      {"", fmt::format("longer than {} MiB", most >> 20)});
      // Half an article is none, half a file of many is half of them.
      if (bytes.status() || format.holds == FileHolds::kManyArticles)
        ReadTaken(format, std::move(rest.bytes), place);
    }
    if (!bytes.status()) Reject(place, {"", bytes.status().error().message});
  }

  void WaitIfLarge(BufferedBytes& bytes) const {
    if (!name_.before_large) return;
    const std::uint64_t size = bytes.SeekableSize().value_or(kLargeBytes + 1);
    if (size > kLargeBytes && IsLarge(bytes)) name_.before_large();
  }

  static bool IsLarge(BufferedBytes& bytes) {
    return bytes.Peek(kLargeBytes + 1).size() > kLargeBytes;
  }

  // Members one after the other are unpacked here, and read wherever there is
  // time.
  void ReadTaken(const Format& format, std::string bytes,
                 const Place& place) const {
    if (!sink_.later || place.depth == 0 || bytes.size() > kLargeBytes)
      return ReadWhole(format, bytes, place, options_, sink_);
    const std::uint64_t size = bytes.size();
    sink_.later(
        {size, [&format, bytes = std::move(bytes), place, &options = options_] {
           FoundArticles found;
           ReadWhole(format, bytes, place, options, found.Sink());
           return std::move(found).AsPiece();
         }});
  }

  SourceNature ReadContainer(const ContainerKind& kind, BufferedBytes& bytes,
                             const Place& place) {
    SourceNature nature = {.format = std::string(kind.name),
                           .holds = FileHolds::kFiles};
    if (const Status allowed = expansion_.CheckDepth(place.depth + 1);
        !allowed) {
      Reject(place, {"", allowed.error().message});
      return nature;
    }
    Container container(bytes, expansion_);
    MemberNames names;
    for (bool is_empty = true;; is_empty = false) {
      Result<std::optional<Member>> member = container.Next();
      if (!member) {
        Reject(place, {"", member.error().message});
        return nature;
      }
      if (!*member) {
        if (is_empty) nature.skipped = "an archive without articles";
        return nature;
      }
      if ((*member)->name.empty()) return ReadPacked(container, place);
      ReadMember(**member, container, place, names);
      if (expansion_.IsExceeded()) return nature;
    }
  }

  // "story.html.gz": under its own id, by the name of what it holds.
  SourceNature ReadPacked(Container& container, const Place& place) {
    Place inside = place;
    inside.path = UnpackedName(place.path);
    ++inside.depth;
    BufferedBytes bytes(container.bytes());
    return Read(bytes, inside);
  }

  void ReadMember(const Member& member, Container& container,
                  const Place& place, MemberNames& names) {
    const std::string full = names.Unique(MemberId("", member.name));
    const std::string name = full.substr(std::string_view("!/").size());
    const Place inside = {
        .id = BoundedFileId(place.id + full),
        .path = place.path + '/' + name,
        .where = place.where.empty() ? name : place.where + full,
        .depth = place.depth + 1};
    if (IsHidden(member.name))
      return Reject(inside, {"", "hidden", RejectionKind::kNoArticle});
    if (IsBesideRecords(place.path, member.name))
      return Reject(inside,
                    {"", "beside the records", RejectionKind::kNoArticle});
    if (member.is_encrypted) return Reject(inside, {"", "encrypted"});
    BufferedBytes bytes(container.bytes());
    const SourceNature nature = ReadInside(bytes, inside);
    if (!nature.skipped.empty())
      Reject(inside, {"", nature.skipped, RejectionKind::kNoArticle});
  }

  // A zip's directory stands at its end: one in another archive is kept in
  // memory, where it is short enough.
  SourceNature ReadInside(BufferedBytes& bytes, const Place& place) {
    const ContainerKind* const kind = FindContainer(bytes.Peek(kBeginning));
    if (kind == nullptr || kind->name != "zip") return Read(bytes, place);
    WaitIfLarge(bytes);
    const std::uint64_t most = expansion_.limits().nested_bytes;
    if (bytes.Peek(static_cast<std::size_t>(most) + 1).size() > most)
      return Read(bytes, place);
    const BufferedBytes::Rest rest = bytes.TakeAll(most);
    if (!bytes.status()) {
      Reject(place, {"", bytes.status().error().message});
      return {};
    }
    MemorySource source(rest.bytes);
    BufferedBytes whole(source);
    return Read(whole, place);
  }

  const SourceName& name_;
  const ReaderOptions& options_;
  const NumberedSink& sink_;
  Expansion& expansion_;
};

// Remembers what the system refused to give.
class WatchedSource final : public ByteSource {
 public:
  explicit WatchedSource(ByteSource& source) : source_(source) {}

  Result<std::size_t> Read(std::span<char> to) override {
    Result<std::size_t> got = source_.Read(to);
    if (!got) status_ = got.error();
    return got;
  }
  std::optional<std::uint64_t> SeekableSize() const override {
    return source_.SeekableSize();
  }
  Status SeekTo(std::uint64_t offset) override {
    return source_.SeekTo(offset);
  }
  const Status& status() const { return status_; }

 private:
  ByteSource& source_;
  Status status_ = Ok();
};

}  // namespace

SourceNature ReadSource(ByteSource& source, const SourceName& name,
                        const ReaderOptions& options, const NumberedSink& sink,
                        ExpansionLimits limits) {
  WatchedSource watched(source);
  BufferedBytes bytes(watched);
  Expansion expansion(source.SeekableSize().value_or(0), limits);
  SourceNature nature = SourceReader(name, options, sink, expansion)
                            .Read(bytes, {.id = name.id,
                                          .path = name.path,
                                          .where = "",
                                          .depth = 0,
                                          .neighbours = name.neighbours});
  nature.readable = watched.status();
  return nature;
}

}  // namespace archive
