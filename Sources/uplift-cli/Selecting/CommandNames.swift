import ArgumentParser
import UpliftCore

/// The commands by the names that are typed.
enum CommandNames {
  private static var all: [String] {
    UpliftCommand.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }

  /// Ends the program when there is no such command, and says which one may have been meant.
  ///
  /// - Parameter arguments: with the program's own name first.
  static func check(_ arguments: [String]) {
    let all = all
    guard let name = arguments.dropFirst().first, !name.hasPrefix("-"), !all.contains(name)
    else { return }
    let sentence: String
    if let near = TitleSimilarity.nearest(to: name, in: all).first {
      sentence = tr(
        "There is no command “{name}”; did you mean “{near}”?",
        ["name": name, "near": all[near]])
    } else {
      sentence = tr(
        "There is no command “{name}”; there are {all}.",
        ["name": name, "all": all.joined(separator: ", ")])
    }
    UpliftCommand.exit(withError: ValidationError(sentence))
  }
}
