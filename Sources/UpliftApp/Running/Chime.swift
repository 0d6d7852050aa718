import Foundation
import Gtk
import UpliftCore

/// A gentle sound for the end of a time: two soft strokes of a bell, made by the program itself and
/// played by whatever player the desktop has.
@MainActor enum Chime {
  /// With what they need to be told besides the file, the first that is there being used.
  private static let players: [(name: String, arguments: [String])] = [
    ("canberra-gtk-play", ["-f"]), ("pw-play", []), ("paplay", []), ("aplay", ["-q"]),
  ]
  private static var playing: Process?

  static func play() {
    guard let player, let file else { return Desktop.beep() }
    let process = Process()
    process.executableURL = player.url
    process.arguments = player.arguments + [file.path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      playing = process
    } catch {
      Desktop.beep()
    }
  }

  private static var player: (url: URL, arguments: [String])? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    for player in players {
      for folder in folders {
        let path = "\(folder)/\(player.name)"
        if FileManager.default.isExecutableFile(atPath: path) {
          return (URL(fileURLWithPath: path), player.arguments)
        }
      }
    }
    return nil
  }

  private static var file: URL? {
    let environment = ProcessInfo.processInfo.environment
    let folder =
      environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? NSHomeDirectory() + "/.cache"
    let url = URL(fileURLWithPath: folder).appendingPathComponent("uplift/time-is-over.wav")
    if FileManager.default.fileExists(atPath: url.path) { return url }
    try? FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    return (try? ChimeSound.wave.write(to: url, options: .atomic)).map { url }
  }
}

/// The sound itself, as a WAVE file: 16 bits, one channel.
nonisolated enum ChimeSound {
  private static let rate = 22_050
  /// Seconds.
  private static let length = 1.9
  /// Each with its beginning in seconds and its tone in hertz.
  private static let strokes = [(start: 0.0, tone: 659.26), (start: 0.42, tone: 523.25)]

  static var wave: Data {
    let count = Int(Double(rate) * length)
    var samples = Data(capacity: count * 2)
    for index in 0..<count {
      let time = Double(index) / Double(rate)
      let value = strokes.reduce(0) { $0 + sample(at: time - $1.start, tone: $1.tone) }
      append(Int16(max(-1, min(1, value)) * 32_000), to: &samples)
    }
    var data = Data("RIFF".utf8)
    append(UInt32(36 + samples.count), to: &data)
    data += Data("WAVEfmt ".utf8)
    append(UInt32(16), to: &data)
    append(UInt16(1), to: &data)
    append(UInt16(1), to: &data)
    append(UInt32(rate), to: &data)
    append(UInt32(rate * 2), to: &data)
    append(UInt16(2), to: &data)
    append(UInt16(16), to: &data)
    data += Data("data".utf8)
    append(UInt32(samples.count), to: &data)
    return data + samples
  }

  /// A soft beginning, a long end, and two overtones.
  private static func sample(at time: Double, tone: Double) -> Double {
    guard time > 0 else { return 0 }
    let loudness = 0.3 * min(1, time / 0.012) * exp(-3.2 * time)
    let angle = 2 * Double.pi * tone * time
    return loudness * (sin(angle) + 0.35 * sin(2 * angle) * exp(-4 * time) + 0.12 * sin(3 * angle))
  }

  private static func append<Number: FixedWidthInteger>(_ number: Number, to data: inout Data) {
    withUnsafeBytes(of: number.littleEndian) { data.append(contentsOf: $0) }
  }
}
