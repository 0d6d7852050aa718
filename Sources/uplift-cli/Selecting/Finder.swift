import Foundation
import UpliftCore

/// Finds a record by what somebody typed: its id or its title.
struct Finder<Record: Ranked> {
  let file: String
  let kind: EntityKind
  let title: (Record) -> String
  /// Tells records of one title apart, such as a day; empty when nothing does.
  var detail: (Record) -> String = { _ in "" }

  /// - Throws: `Failure` that lists the ids when several have the title, and those that it may be
  ///   when none has.
  func find(_ name: String, in records: [Record]) throws -> Record {
    if let id = UUID(uuidString: name), let record = records.first(where: { $0.id == id }) {
      return record
    }
    let found = records.filter { title($0) == name }
    if let record = found.first, found.count == 1 { return record }
    guard found.isEmpty else { throw ambiguous(name, found) }
    guard !records.isEmpty else {
      throw Failure(
        tr("“{path}” has no {kind} at all.", ["path": file, "kind": kind.noun]))
    }
    throw unknown(name, records)
  }

  func ambiguous(_ name: String, _ records: [Record]) -> Failure {
    let ids = records.map { with(detail($0), $0.id.uuidString.lowercased()) }
      .joined(separator: ", ")
    return Failure(
      tr(
        "“{path}” has several of the kind {kind} with the title “{title}”; choose one by its id: {ids}.",
        ["path": file, "kind": kind.noun, "title": name, "ids": ids]))
  }

  private func with(_ detail: String, _ text: String) -> String {
    detail.isEmpty ? text : "\(text) (\(detail))"
  }

  private func unknown(_ name: String, _ records: [Record]) -> Failure {
    let near = TitleSimilarity.nearest(to: name, in: records.map(title))
    let shown = (near.isEmpty ? Array(records.indices) : near).prefix(5)
    var list = shown.map { with(detail(records[$0]), "“\(title(records[$0]))”") }.joined(
      separator: ", ")
    if near.isEmpty, records.count > shown.count { list += ", …" }
    guard near.isEmpty else {
      return Failure(
        tr(
          "“{path}” has no {kind} “{title}”; it may be {near}.",
          ["path": file, "kind": kind.noun, "title": name, "near": list]))
    }
    return Failure(
      tr(
        "“{path}” has no {kind} “{title}”; there are {all}.",
        ["path": file, "kind": kind.noun, "title": name, "all": list]))
  }
}
