import UpliftCore

/// A file's name, made of a title.
nonisolated enum SuggestedFileName {
  /// Bytes that leave room for an extension and for the name of a draft; most file systems allow
  /// 255.
  private static let longest = 120

  /// The title without what some file system does not allow in names: separators, control
  /// characters, what Windows keeps for itself, dots and spaces at the ends.
  static func make(of title: String, pathExtension: String) -> String {
    var name = ""
    for character in title {
      let isControl = character.unicodeScalars.contains {
        $0.properties.generalCategory == .control || $0.value == 0x2028 || $0.value == 0x2029
      }
      if isControl {
        name += " "
      } else if "/\\:|".contains(character) {
        name += "–"
      } else if !"*?\"<>".contains(character) {
        name.append(character)
      }
    }
    name = name.split(separator: " ").joined(separator: " ")
    while name.utf8.count > longest { name.removeLast() }
    name = String(name.trimmingEnds { ". -–".contains($0) })
    if name.isEmpty { name = tr("Untitled") }
    return name + "." + pathExtension
  }
}

nonisolated extension String {
  fileprivate func trimmingEnds(while isUnwanted: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let first = rest.first, isUnwanted(first) { rest.removeFirst() }
    while let last = rest.last, isUnwanted(last) { rest.removeLast() }
    return rest
  }
}
