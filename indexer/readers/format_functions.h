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

int SniffCsv(std::string_view path, std::string_view bytes);
Status StreamCsv(const StreamedFile& file, const ReaderOptions& options,
                 const ArticleSink& sink);
Status ReadCsv(const RawFile& file, const ReaderOptions& options,
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

int SniffFeed(std::string_view path, std::string_view bytes);
Status ReadFeed(const RawFile& file, const ReaderOptions& options,
                const ArticleSink& sink);

int SniffJson(std::string_view path, std::string_view bytes);
Status ReadJson(const RawFile& file, const ReaderOptions& options,
                const ArticleSink& sink);

int SniffNinjs(std::string_view path, std::string_view bytes);
Status ReadNinjs(const RawFile& file, const ReaderOptions& options,
                 const ArticleSink& sink);

int SniffNitf(std::string_view path, std::string_view bytes);
Status ReadNitf(const RawFile& file, const ReaderOptions& options,
                const ArticleSink& sink);

int SniffNewsML(std::string_view path, std::string_view bytes);
Status ReadNewsML(const RawFile& file, const ReaderOptions& options,
                  const ArticleSink& sink);

int SniffNewsMLG2(std::string_view path, std::string_view bytes);
Status ReadNewsMLG2(const RawFile& file, const ReaderOptions& options,
                    const ArticleSink& sink);

int SniffRcv1(std::string_view path, std::string_view bytes);
Status ReadRcv1(const RawFile& file, const ReaderOptions& options,
                const ArticleSink& sink);

int SniffTrec(std::string_view path, std::string_view bytes);
Status ReadTrec(const RawFile& file, const ReaderOptions& options,
                const ArticleSink& sink);

int SniffMediawiki(std::string_view path, std::string_view bytes);
Status ReadMediawiki(const RawFile& file, const ReaderOptions& options,
                     const ArticleSink& sink);

int SniffIptc7901(std::string_view path, std::string_view bytes);
Status ReadIptc7901(const RawFile& file, const ReaderOptions& options,
                    const ArticleSink& sink);

int SniffAnpa(std::string_view path, std::string_view bytes);
Status ReadAnpa(const RawFile& file, const ReaderOptions& options,
                const ArticleSink& sink);

int SniffMarkdown(std::string_view path, std::string_view bytes);
Status ReadMarkdown(const RawFile& file, const ReaderOptions& options,
                    const ArticleSink& sink);

int SniffDocx(std::string_view path, std::string_view bytes);
Status ReadDocx(const RawFile& file, const ReaderOptions& options,
                const ArticleSink& sink);

int SniffOdt(std::string_view path, std::string_view bytes);
Status ReadOdt(const RawFile& file, const ReaderOptions& options,
               const ArticleSink& sink);

int SniffPdf(std::string_view path, std::string_view bytes);
Status ReadPdf(const RawFile& file, const ReaderOptions& options,
               const ArticleSink& sink);

int SniffAlto(std::string_view path, std::string_view bytes);
Status ReadAlto(const RawFile& file, const ReaderOptions& options,
                const ArticleSink& sink);

int SniffMets(std::string_view path, std::string_view bytes);
Status ReadMets(const RawFile& file, const ReaderOptions& options,
                const ArticleSink& sink);

int SniffPlain(std::string_view path, std::string_view bytes);
Status ReadPlain(const RawFile& file, const ReaderOptions& options,
                 const ArticleSink& sink);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_FORMAT_FUNCTIONS_H_
