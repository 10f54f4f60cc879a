// Runs a fuzz target without libFuzzer: every file of a folder, then seeded
// mutations of them.  Keeps the targets building and the saved inputs passing
// under every preset; real fuzzing needs the preset `fuzz`.
//
// Usage: smoke FOLDER [MUTATIONS]
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size);

namespace {

std::vector<std::string> FilesOf(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> contents;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    contents.emplace_back(std::istreambuf_iterator<char>(in),
                          std::istreambuf_iterator<char>());
  }
  return contents;
}

void RunOne(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()),
                         input.size());
}

// A few bytes changed, taken out, or replaced by a stretch of another input.
std::string Mutated(const std::vector<std::string>& inputs,
                    std::mt19937& random) {
  std::string text = inputs[random() % inputs.size()];
  const unsigned changes = 1 + random() % 4;
  for (unsigned i = 0; i < changes; ++i) {
    const std::size_t at = random() % (text.size() + 1);
    const std::string& other = inputs[random() % inputs.size()];
    const std::size_t from = random() % (other.size() + 1);
    switch (random() % 3) {
      case 0:
        text.insert(at, 1, static_cast<char>(random() % 256));
        break;
      case 1:
        text.erase(at, random() % 8);
        break;
      default:
        text.insert(at, other.substr(from, random() % 24));
        break;
    }
  }
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: %s FOLDER [MUTATIONS]\n", argv[0]);
    return 2;
  }
  const std::vector<std::string> inputs = FilesOf(argv[1]);
  if (inputs.empty()) return 2;
  for (const std::string& input : inputs) RunOne(input);
  std::mt19937 random(1);
  const long mutations = argc > 2 ? std::strtol(argv[2], nullptr, 10) : 5'000;
  for (long i = 0; i < mutations; ++i) RunOne(Mutated(inputs, random));
  std::printf("%zu files, %ld mutations\n", inputs.size(), mutations);
  return 0;
}
