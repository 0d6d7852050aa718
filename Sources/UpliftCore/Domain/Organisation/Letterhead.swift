/// How a sheet looks that belongs to an organisation.
public struct Letterhead: Equatable, Sendable {
  public var logo: StoredPicture?
  /// Of headings and rules: "#1A5FB4". Empty: the program's own.
  public var colour: String
  /// Family. Empty: the program's own.
  public var font: String

  public init(logo: StoredPicture? = nil, colour: String = "", font: String = "") {
    self.logo = logo
    self.colour = colour
    self.font = font
  }

  /// Nil when the organisation has nothing of its own.
  public init?(of contents: WorkspaceContents) {
    guard let organisation = contents.organisations.inOrder().first else { return nil }
    self.init(
      logo: organisation.pictureID.flatMap { id in contents.pictures.first { $0.id == id } },
      colour: organisation.brandColour, font: organisation.brandFont)
  }
}
