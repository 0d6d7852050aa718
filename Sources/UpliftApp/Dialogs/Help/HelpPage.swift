import Foundation

/// A page of the user's guide: a file in `data/help`.
struct HelpPage {
  /// "01-first-map.md"
  var name: String
  var title: String
  var blocks: [HelpBlock]

  init(name: String, text: String) {
    self.name = name
    var blocks = HelpReader.blocks(of: text)
    if case .heading(1, let title)? = blocks.first {
      self.title = title
      blocks.removeFirst()
    } else {
      title = String(name.prefix { $0 != "." })
    }
    self.blocks = blocks
  }

  /// The guide in `folder`: "getting-started.md" first, then the pages that it links to, in that
  /// order, then the rest by name.
  ///
  /// - Throws: `CocoaError` when the folder cannot be read.
  static func all(in folder: URL) throws -> [HelpPage] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }.sorted()
    let texts = try Dictionary(
      uniqueKeysWithValues: names.map { name in
        let data = try Data(contentsOf: folder.appendingPathComponent(name))
        return (name, String(decoding: data, as: UTF8.self))
      })
    let start = "getting-started.md"
    let linked = (texts[start] ?? "").matches(of: /\]\(([^)#]+\.md)/).map { String($0.output.1) }
    var order: [String] = []
    for name in [start] + linked + names where texts[name] != nil && !order.contains(name) {
      order.append(name)
    }
    return order.map { HelpPage(name: $0, text: texts[$0] ?? "") }
  }
}
