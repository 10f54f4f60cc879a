// Runs a fuzz target without libFuzzer: over each file of a corpus, and over
// seeded changes of them.  The same inputs every time.
//
//   target CORPUS_DIRECTORY NUMBER_OF_CHANGES
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size);

// A target may look at the name that it is called by, as libFuzzer allows.
extern "C" __attribute__((weak)) int LLVMFuzzerInitialize(const int* argc,
                                                          char*** argv);

namespace {

void Run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()),
                         input.size());
}

std::vector<std::string> ReadCorpus(const std::string& directory) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(directory))
    paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> inputs;
  for (const std::filesystem::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    inputs.emplace_back(std::istreambuf_iterator<char>(in),
                        std::istreambuf_iterator<char>());
  }
  return inputs;
}

// One change: a byte, a piece taken out, doubled, or put elsewhere from
// another input.
void Change(std::string& input, const std::vector<std::string>& corpus,
            std::mt19937& random) {
  const auto below = [&random](std::size_t limit) {
    return limit == 0 ? std::size_t{0} : random() % limit;
  };
  const std::size_t at = below(input.size());
  const std::size_t length =
      below(std::min<std::size_t>(64, input.size() - at));
  const std::string& other = corpus[below(corpus.size())];
  switch (random() % 4) {
    case 0:
      if (!input.empty()) input[at] = static_cast<char>(random() % 256);
      break;
    case 1:
      input.erase(at, length);
      break;
    case 2:
      input.insert(at, input.substr(at, length));
      break;
    default:
      input.insert(at, other, below(other.size()), below(64));
      break;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: " << argv[0] << " CORPUS CHANGES\n";
    return 2;
  }
  if (LLVMFuzzerInitialize != nullptr) LLVMFuzzerInitialize(&argc, &argv);
  const std::vector<std::string> corpus = ReadCorpus(argv[1]);
  if (corpus.empty()) {
    std::cerr << argv[1] << ": nothing to start from\n";
    return 2;
  }
  Run("");
  for (const std::string& input : corpus) Run(input);
  std::mt19937 random(1);
  const int changes = std::stoi(argv[2]);
  for (int i = 0; i < changes; ++i) {
    std::string input = corpus[random() % corpus.size()];
    for (std::uint_fast32_t more = random() % 6 + 1; more > 0; --more)
      Change(input, corpus, random);
    Run(input);
  }
  std::cout << corpus.size() << " inputs and " << changes << " changes\n";
  return 0;
}
