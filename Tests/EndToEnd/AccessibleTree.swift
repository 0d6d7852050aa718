import Foundation
import Testing

/// What a screen reader is told of a canvas, by AT-SPI.
struct AccessibleTree: Decodable {
  struct Node: Decodable, Hashable {
    var role: String
    var name: String
    var isFocused: Bool
  }

  /// Of the canvas.
  var name: String
  var nodes: [Node]

  func names(_ role: String) -> [String] { nodes.filter { $0.role == role }.map(\.name) }
  var names: [String] { nodes.map(\.name) }

  /// Prints the canvases ("table") that say something, each on a line of JSON.
  static let script = """
    import json, pyatspi
    def tables(node, depth=0):
        if node is None or depth > 40: return
        if node.getRoleName() == 'table': yield node
        for child in node:
            yield from tables(child, depth + 1)
    for program in pyatspi.Registry.getDesktop(0):
        if program is None or 'uplift' not in (program.name or ''): continue
        for table in tables(program):
            nodes = [
                {'role': child.getRoleName(), 'name': child.name,
                 'isFocused': child.getState().contains(pyatspi.STATE_FOCUSED)}
                for child in table if child is not None and child.getRoleName() != 'text']
            if nodes: print(json.dumps({'name': table.name, 'nodes': nodes}))
    """
}

extension Desktop {
  /// The canvases that a screen reader finds in the program's windows now.
  func accessibleTrees() throws -> [AccessibleTree] {
    // Debian's own interpreter has Debian's modules.
    try run("/usr/bin/python3", ["-c", AccessibleTree.script]).split(separator: "\n").map {
      try JSONDecoder().decode(AccessibleTree.self, from: Data($0.utf8))
    }
  }

  /// The canvas with this name, once `isSo`; else as it is in the end.
  func accessibleTree(
    _ name: String, _ what: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ isSo: (AccessibleTree) -> Bool = { _ in true }
  ) throws -> AccessibleTree {
    var found: AccessibleTree?
    try eventually(what, sourceLocation: sourceLocation) {
      found = try accessibleTrees().first { $0.name == name }
      return found.map(isSo) ?? false
    }
    return try #require(found, "no canvas “\(name)”", sourceLocation: sourceLocation)
  }

  /// Windows that are opened from now on have this size, in pixels.
  func setWindowSize(width: Int, height: Int) throws {
    let folder = file("config/uplift")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("{\"windowWidth\": \(width), \"windowHeight\": \(height)}".utf8)
      .write(to: folder.appendingPathComponent("windows.json"))
  }
}
