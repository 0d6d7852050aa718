import UpliftCore

extension Finder where Record == Meeting {
  /// A meeting by its title, its day or its id. Those of a series have one title, so the day is said.
  static func meeting(
    _ name: String, in outline: WorkspaceOutline, of path: String
  ) throws -> Meeting {
    let finder = Finder(
      file: path, kind: .meeting, title: \.title, detail: { $0.day?.description ?? "" })
    let dated = outline.meetings.filter { $0.day?.description == name }
    if let only = dated.first, dated.count == 1 { return only }
    guard dated.isEmpty else {
      throw Finder(
        file: path, kind: .meeting, title: \.title, detail: { "“\($0.title)”" }
      ).ambiguous(name, dated)
    }
    return try finder.find(name, in: outline.meetings)
  }
}
