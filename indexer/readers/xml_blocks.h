// What stands inside an element, cut into blocks: running text, texts under
// pictures, credits.  For NITF, XHTML and what is made of them; an element is
// known by its local name.  To know another: a row of kElements.
#ifndef ARCHIVE_INDEXER_READERS_XML_BLOCKS_H_
#define ARCHIVE_INDEXER_READERS_XML_BLOCKS_H_

#include <cstddef>
#include <vector>

#include "common/article.h"
#include "indexer/readers/xml_tree.h"

namespace archive {

// The blocks inside `element` in their order, none of them empty.
std::vector<Block> BlocksOfXml(const XmlTree& tree, std::size_t element);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_READERS_XML_BLOCKS_H_
