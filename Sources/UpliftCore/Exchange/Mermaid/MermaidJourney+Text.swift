import Foundation

extension MermaidJourney {
  /// The diagram as Mermaid source, ending in a newline. Parsing it gives the same diagram.
  public var text: String {
    var lines = ["journey"]
    if let title {
      lines.append("    title \(MermaidText.source(of: title.singleLine, reserved: ["#", ";"]))")
    }
    if let accessibleTitle {
      lines.append("    accTitle: \(MermaidText.verbatimSource(of: accessibleTitle))")
    }
    if let accessibleDescription {
      let parts = accessibleDescription.split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      if parts.count > 1 {
        lines.append("    accDescr {")
        lines += parts.map {
          "      \(MermaidText.verbatimSource(of: String($0), reserved: ["}"]))"
        }
        lines.append("    }")
      } else {
        lines.append("    accDescr: \(MermaidText.verbatimSource(of: accessibleDescription))")
      }
    }
    for (number, section) in sections.enumerated() {
      // Tasks before the first section need none.
      if number > 0 || !section.title.isEmpty || section.tasks.isEmpty {
        lines.append(
          "    section \(MermaidText.source(of: section.title, reserved: ["#", ";", ":"]))")
      }
      for task in section.tasks {
        let actors = task.actors.map {
          MermaidText.source(of: $0, reserved: ["#", ";", ":", ","])
        }
        let name = MermaidText.source(of: task.name, reserved: ["#", ";", ":"])
        lines.append(
          "      \(name): \(task.score)"
            + (actors.isEmpty ? "" : ": " + actors.joined(separator: ", ")))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension String {
  /// The text on one line.
  var singleLine: String {
    guard contains(where: \.isNewline) else { return self }
    return split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .joined(separator: " ")
  }
}
