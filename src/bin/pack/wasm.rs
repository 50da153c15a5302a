//! A wasm that does the same and packs better: its functions stand in another order, and what only tools read is left out.

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, CustomSectionReader, FunctionSectionReader};
use wasmparser::{Parser, Payload, TypeRef};

use super::order::by_likeness;

/// Puts the functions of a wasm in the order in which they pack best.
pub fn ordered(name: &str, wasm: &[u8]) -> Result<Vec<u8>, String> {
    let told = |error: Error<String>| format!("{name}: {error}");
    let mut order = Order::of(wasm).map_err(|error| told(error.into()))?;
    let mut module = Module::new();
    order
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(told)?;
    Ok(module.finish())
}

/// Writes a wasm down with its functions in another order.
struct Order {
    /// How many functions come from outside; those have the first numbers, and keep them.
    imported: u32,
    /// The functions of its own in their new order.
    order: Vec<usize>,
    /// The new number of each.
    numbers: Vec<u32>,
}

impl Order {
    fn of(wasm: &[u8]) -> Result<Self, wasmparser::Error> {
        let mut imported = 0;
        let mut bodies = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
                _ => {}
            }
        }
        let order = by_likeness(&bodies);
        let mut numbers = vec![0; order.len()];
        for (number, function) in (imported..).zip(&order) {
            numbers[*function] = number;
        }
        Ok(Self {
            imported,
            order,
            numbers,
        })
    }

    /// The items of a section, one a function, in the new order.
    fn of_section<T: Clone>(
        &self,
        section: impl Iterator<Item = Result<T, wasmparser::Error>>,
    ) -> Result<Vec<T>, Error<String>> {
        let items = section.collect::<Result<Vec<T>, _>>()?;
        let ordered = self
            .order
            .iter()
            .map(|function| items.get(*function).cloned());
        let ordered: Option<Vec<T>> = ordered.collect();
        ordered.ok_or_else(|| Error::UserError("a function without a type".to_owned()))
    }
}

impl Reencode for Order {
    type Error = String;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<String>> {
        let Some(own) = function.checked_sub(self.imported) else {
            return Ok(function);
        };
        let number = self.numbers.get(own as usize).copied();
        number.ok_or_else(|| Error::UserError(format!("no function {function}")))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<String>> {
        for kind in self.of_section(section.into_iter())? {
            functions.function(self.type_index(kind)?);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<String>> {
        for body in self.of_section(section.into_iter())? {
            self.parse_function_body(code, body)?;
        }
        Ok(())
    }

    /// Names of functions and of what made the wasm: no browser asks for them.
    fn parse_custom_section(
        &mut self,
        _: &mut Module,
        _: CustomSectionReader<'_>,
    ) -> Result<(), Error<String>> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CustomSection, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
        ImportSection, TypeSection, ValType,
    };
    use wasmparser::{ElementItems, Operator};

    /// Functions 1 to 4: each has as many parameters as its number tells, calls the one from outside and the one after it, and stands in the exports
    /// and in a table. The first and the third are alike, the second and the fourth.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        let mut functions = FunctionSection::new();
        let mut exports = ExportSection::new();
        let mut code = CodeSection::new();
        types.ty().function([], []);
        for number in 1..=4 {
            types.ty().function(vec![ValType::I32; number as usize], []);
            functions.function(number);
            exports.export(&format!("f{number}"), ExportKind::Func, number);
            let mut body = Function::new([]);
            let mut written = body.instructions();
            for step in 0..20 {
                written.i32_const(1000 * (number as i32 % 2) + step).drop();
            }
            written.i32_const(5000 + number as i32).drop().call(0);
            if number < 4 {
                for _ in 0..=number {
                    written.i32_const(0);
                }
                written.call(number + 1);
            }
            written.end();
            code.function(&body);
        }
        let mut imports = ImportSection::new();
        imports.import("page", "outside", EntityType::Function(0));
        let mut elements = ElementSection::new();
        elements.declared(Elements::Functions(vec![4, 0, 1].into()));
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions);
        module.section(&exports).section(&elements).section(&code);
        module.section(&CustomSection {
            name: "name".into(),
            data: (&[]).into(),
        });
        module.finish()
    }

    /// The functions as they stand: their types, the constants in them, and whom they call; then the exports, and what is in the table.
    type Read = (Vec<(u32, Vec<i32>, Vec<u32>)>, Vec<(String, u32)>, Vec<u32>);

    fn read(wasm: &[u8]) -> Read {
        let (mut kinds, mut functions) = (Vec::new(), Vec::new());
        let (mut exports, mut table) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.unwrap() {
                Payload::FunctionSection(section) => {
                    kinds = section.into_iter().map(Result::unwrap).collect();
                }
                Payload::ExportSection(section) => {
                    let all = section.into_iter().map(Result::unwrap);
                    exports.extend(all.map(|export| (export.name.to_owned(), export.index)));
                }
                Payload::ElementSection(section) => {
                    for element in section {
                        if let ElementItems::Functions(items) = element.unwrap().items {
                            table.extend(items.into_iter().map(Result::unwrap));
                        }
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    let (mut constants, mut calls) = (Vec::new(), Vec::new());
                    for operator in body.get_operators_reader().unwrap() {
                        match operator.unwrap() {
                            Operator::I32Const { value } => constants.push(value),
                            Operator::Call { function_index } => calls.push(function_index),
                            _ => {}
                        }
                    }
                    functions.push((kinds[functions.len()], constants, calls));
                }
                Payload::CustomSection(_) => panic!("a custom section"),
                _ => {}
            }
        }
        (functions, exports, table)
    }

    #[test]
    fn functions_move_and_all_that_names_them_follows() {
        let made = ordered("a", &module()).unwrap();
        assert_eq!(made, ordered("a", &module()).unwrap());
        let (functions, exports, table) = read(&made);
        // Where the first, the second, the third and the fourth stand now.
        let places = [1, 3, 2, 4];
        for (number, place) in (1..).zip(places) {
            let (kind, constants, calls) = &functions[place as usize - 1];
            assert_eq!(*kind, number);
            assert!(constants.contains(&(5000 + number as i32)));
            let next = places.get(number as usize);
            let expected: Vec<_> = [0].into_iter().chain(next.copied()).collect();
            assert_eq!(*calls, expected);
            assert!(exports.contains(&(format!("f{number}"), place)));
        }
        assert_eq!(table, [places[3], 0, places[0]]);
    }

    #[test]
    fn what_is_no_wasm_is_refused() {
        let why = ordered("a_bg.wasm", b"<!doctype html>").unwrap_err();
        assert!(why.contains("a_bg.wasm"));
        let mut short = module();
        short.truncate(short.len() - 20);
        assert!(ordered("a", &short).is_err());
    }
}
