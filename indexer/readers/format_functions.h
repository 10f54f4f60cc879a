// What the reader_<name>.cc files give to the table in readers.cc, and to
// nobody else: a sniffer and a reader each (contract in reader.h).
#ifndef ARCHIVE_INDEXER_READERS_FORMAT_FUNCTIONS_H_
#define ARCHIVE_INDEXER_READERS_FORMAT_FUNCTIONS_H_

#include <string_view>

#include "indexer/readers/reader.h"

namespace archive {

int SniffReuters(std::string_view path, std::string_view bytes);
Status ReadReuters(const RawFile& file, const ReaderOptions& options,
                   const ArticleSink& sink);

int SniffJsonLines(std::string_view path, std::string_view bytes);
Status StreamJsonLines(const StreamedFile& file, const ReaderOptions& options,
                       const ArticleSink& sink);
Status ReadJsonLines(const RawFile& file, const ReaderOptions& options,
                     const ArticleSink& sink);

int SniffWarc(std::string_view path, std::string_view bytes);
Status StreamWarc(const StreamedFile& file, const ReaderOptions& options,
                  const ArticleSink& sink);
Status ReadWarc(const RawFile& file, const ReaderOptions& options,
                const ArticleSink& sink);

int SniffMbox(std::string_view path, std::string_view bytes);
Status StreamMbox(const StreamedFile& file, const ReaderOptions& options,
                  const ArticleSink& sink);
Status ReadMbox(const RawFile& file, const ReaderOptions& options,
                const ArticleSink& sink);

int SniffEml(std::string_view path, std::string_view bytes);
Status ReadEml(const RawFile& file, const ReaderOptions& options,
               const ArticleSink& sink);

int SniffHtml(std::string_view path, std::string_view bytes);
Status ReadHtml(const RawFile& file, const ReaderOptions& options,
                const ArticleSink& sink);

int SniffPlain(std::string_view path, std::string_view bytes);
Status ReadPlain(const RawFile& file, const ReaderOptions& options,
                 const ArticleSink& sink);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_FORMAT_FUNCTIONS_H_
