/// A tree as indented lines, two spaces a level.
struct TextTree {
  var line: String
  var children: [TextTree]

  init(_ line: String, _ children: [TextTree] = []) {
    self.line = line
    self.children = children
  }

  var lines: [String] { [line] + children.flatMap { $0.lines.map { "  " + $0 } } }
}
