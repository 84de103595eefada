import Exercises

extension MachineReadable {
    /// A dose with every stated figure as data and as it is said.
    func json(_ dose: Dose) -> JSONValue {
        DoseData(doses: doses).json(dose)
    }

    /// What a reader may change of a dose, as `limber handout --dose` may: so that a script needs no rule of its own.
    func limits(of dose: Dose) -> JSONValue {
        .object([
            "figures": .array(
                dose.changeableFields.map { field in
                    .object([
                        "field": .string(field.name), "isTime": .boolean(field.isTime), "max": .integer(field.highestFigure),
                    ])
                }),
            "secondsOfADay": .integer(Dose.secondsOfADay),
            "vagueSeconds": timerValues(isTime: true),
            "vagueCount": timerValues(isTime: false),
        ])
    }

    private func timerValues(isTime: Bool) -> JSONValue {
        let amounts = VagueAmount.allCases.filter { !(isTime && $0 == .asNeeded) }
        return .object(amounts.map { .init(name: $0.rawValue, value: .integer($0.timerValue(isTime: isTime))) })
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
