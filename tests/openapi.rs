//! The description of the HTTP interface, from which the web client's types are made.

use tests::{golden, site::Site};

#[test]
fn the_description_of_the_interface_is_the_one_that_is_documented() {
    let said = Site::empty().must(["openapi"]);
    golden::check("../docs/openapi.json", &said);
}
