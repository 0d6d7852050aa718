// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]
let onMainActor: [SwiftSetting] = strict + [.defaultIsolation(MainActor.self)]

let package = Package(
  name: "uplift",
  products: [
    .executable(name: "uplift", targets: ["uplift"]),
    .executable(name: "uplift-cli", targets: ["uplift-cli"]),
    .library(name: "UpliftCore", targets: ["UpliftCore"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CSQLiteSession", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CIntl"),
    .systemLibrary(
      name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(
      name: "CPixbuf", pkgConfig: "librsvg-2.0",
      providers: [.apt(["libgdk-pixbuf-2.0-dev", "librsvg2-dev"])]),
    .systemLibrary(name: "CGtk", pkgConfig: "gtk4", providers: [.apt(["libgtk-4-dev"])]),
    .target(
      name: "UpliftCore",
      dependencies: [
        "CSQLiteSession", "CIntl",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "UpliftDrawing", dependencies: ["UpliftCore", "CPango", "CPixbuf"],
      swiftSettings: strict),
    .target(name: "Gtk", dependencies: ["CGtk"], swiftSettings: onMainActor),
    .target(
      name: "UpliftApp", dependencies: ["Gtk", "UpliftDrawing", "UpliftCore"],
      swiftSettings: onMainActor),
    .executableTarget(name: "uplift", dependencies: ["UpliftApp"], swiftSettings: onMainActor),
    .executableTarget(
      name: "uplift-cli",
      dependencies: [
        "UpliftDrawing", "UpliftCore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "uplift-bench",
      dependencies: [
        "UpliftApp", "Gtk", "UpliftDrawing", "UpliftCore", "CSQLiteSession", "CPango",
      ],
      swiftSettings: onMainActor),
    // What the tests kill, starve and run two of at once.
    .executableTarget(
      name: "edit-stream", dependencies: ["UpliftCore"], path: "Tests/EditStream",
      swiftSettings: strict),
    .testTarget(
      name: "UpliftCoreTests",
      dependencies: [
        "UpliftCore", "edit-stream", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "CustomDump", package: "swift-custom-dump"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "UpliftDrawingTests",
      dependencies: ["UpliftDrawing", "UpliftCore", "CPixbuf", "edit-stream"],
      swiftSettings: strict),
    .testTarget(
      name: "UpliftCLITests", dependencies: ["uplift-cli", "UpliftCore"], swiftSettings: strict),
    .testTarget(
      name: "GtkTests", dependencies: ["Gtk", "UpliftApp", "UpliftDrawing", "UpliftCore"],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEnd", dependencies: ["uplift", "uplift-cli", "UpliftCore", "edit-stream"],
      swiftSettings: strict),
  ]
)
