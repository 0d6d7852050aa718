import Foundation

/// What a new workspace can begin with: a workspace as JSON that the program brings along.
public struct Template: Identifiable, Equatable, Sendable {
  /// The file's name without its ending; `sample` for the sample workspace.
  public let name: String
  public let url: URL

  public var id: String { name }
  public var isSample: Bool { name == Self.sampleName }

  public static let sampleName = "sample"
  /// Templates of other names stand between these and the sample.
  private static let usualOrder = [
    "blank", "customer-journey", "service-blueprint", "employee-journey", "advisory-group",
  ]

  /// The templates and the sample that are in a data folder, in the order in which they are shown.
  ///
  /// - Throws: `TemplateError`.
  public static func all(in folder: DataFolder?) throws(TemplateError) -> [Template] {
    guard let folder else { throw .noDataFolder }
    func files(_ name: String) throws(TemplateError) -> [URL] {
      let url = folder.url.appendingPathComponent(name)
      do {
        return try FileManager.default
          .contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
          .filter { $0.pathExtension == "json" }
          .sorted { $0.lastPathComponent < $1.lastPathComponent }
      } catch {
        throw .unreadable(path: url.path)
      }
    }
    var templates = try files("templates")
      .map { Template(name: $0.deletingPathExtension().lastPathComponent, url: $0) }
      .filter { !$0.isSample }
    func place(_ template: Template) -> Int {
      usualOrder.firstIndex(of: template.name) ?? usualOrder.count
    }
    templates.sort { (place($0), $0.name) < (place($1), $1.name) }
    if let sample = try files("sample").first {
      templates.append(Template(name: sampleName, url: sample))
    }
    return templates
  }

  /// - Throws: `TemplateError.unknown` with the names that there are.
  public static func named(
    _ name: String, in folder: DataFolder?
  ) throws(TemplateError) -> Template {
    let all = try all(in: folder)
    guard let template = all.first(where: { $0.name == name }) else {
      throw .unknown(name: name, known: all.map(\.name))
    }
    return template
  }

  /// What it is, in a few words; empty for one that the program does not know.
  public var title: String {
    switch name {
    case "blank": tr("Blank")
    case "customer-journey": tr("Customer journey")
    case "service-blueprint": tr("Service blueprint")
    case "employee-journey": tr("Employee journey")
    case "advisory-group": tr("Advisory group")
    case Self.sampleName: tr("Sample: Larkfield Outfitters")
    default: name
    }
  }

  /// What is in it, in a sentence; empty for one that the program does not know.
  public var summary: String {
    switch name {
    case "blank": tr("One empty journey map.")
    case "customer-journey": tr("A customer's path in stages and steps, with questions to answer.")
    case "service-blueprint":
      tr("What customers see, what happens behind it, and the lines between.")
    case "employee-journey": tr("An employee's path, from the first contact on.")
    case "advisory-group":
      tr("A group with its charter, three meetings with agendas, and their boards.")
    case Self.sampleName:
      tr("An invented retailer with journey maps, advisory groups and boards, to look around in.")
    default: ""
    }
  }
}
