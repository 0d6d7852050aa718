import ArgumentParser
import Foundation
import UpliftCore

struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: tr("Lists what a new workspace can begin with."))

  @Flag(help: ArgumentHelp(tr("Print JSON: a list of {file, name, summary, title}.")))
  var json = false

  private struct Entry: Encodable {
    var file: String
    var name: String
    var summary: String
    var title: String
  }

  func run() throws {
    let templates = try Template.all(in: .current)
    if json {
      try Output.print(
        json: templates.map {
          Entry(file: $0.url.path, name: $0.name, summary: $0.summary, title: $0.title)
        })
      return
    }
    let width = templates.map(\.name.count).max() ?? 0
    try Output.print(
      templates.map { template in
        let gap = String(repeating: " ", count: width - template.name.count + 2)
        return template.summary.isEmpty ? template.name : template.name + gap + template.summary
      })
  }
}
