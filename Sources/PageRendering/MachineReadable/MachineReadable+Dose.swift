import Exercises

extension MachineReadable {
    /// A dose with every stated figure as data and as it is said.
    func json(_ dose: Dose) -> JSONValue {
        DoseData(doses: doses).json(dose)
    }

    /// The sources of a dose's figures by field, in the order in which a dose is said; phases stand after the whole hold, by name.
    func json(origins: [DoseField: SourceID]) -> JSONValue? {
        let plain = DoseField.plain.filter { origins[$0] != nil }
        let phases = origins.keys.filter { !DoseField.plain.contains($0) }.sorted { $0.name < $1.name }
        let fields = plain.prefix { $0 == .hold(phase: nil) } + phases + plain.drop { $0 == .hold(phase: nil) }
        let members = fields.compactMap { field in
            origins[field].map { JSONValue.Member(name: field.name, value: .string($0.text)) }
        }
        return members.isEmpty ? nil : .object(members)
    }
}
