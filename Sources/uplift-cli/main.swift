import ArgumentParser
import Foundation
import UpliftCore

startTranslation(localeFolder: DataFolder.current?.localeURL.path ?? "/usr/share/locale")
Interruption.watch()
CommandNames.check(CommandLine.arguments)

let command: any ParsableCommand
do {
  command = try UpliftCommand.parseAsRoot()
} catch {
  // Help and version, or wrong usage.
  UpliftCommand.exit(withError: error)
}
do {
  var command = command
  try command.run()
} catch {
  if UpliftCommand.exitCode(for: error) != .failure {
    // The parser's own: the root command alone, or `help`.
    UpliftCommand.exit(withError: error)
  }
  Failure(error).report()
  exit(EXIT_FAILURE)
}
