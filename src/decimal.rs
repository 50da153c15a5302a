//! Numbers in decimal digits. The standard library writes every `f64` there is to its last place, which is 10 kB of the page; figures are small.

/// A number with as many decimals as it takes: 186, 46.73.
#[must_use]
pub fn written(value: f64) -> String {
    const MOST: i32 = 16;
    let enough = |&places: &i32| {
        let scale = 10_f64.powi(places);
        (value * scale).round() / scale == value
    };
    rounded(value, (0..MOST).find(enough).unwrap_or(MOST))
}

/// A number with so many decimals.
#[must_use]
pub fn rounded(value: f64, places: i32) -> String {
    let mut whole = (value.abs() * 10_f64.powi(places)).round().min(f64::MAX);
    let mut zeros = 0;
    while whole >= 1e18 {
        whole /= 10.0;
        zeros += 1;
    }
    let places = usize::try_from(places).unwrap_or_default();
    let mut digits = format!("{:01$}", whole as u64, places + 1) + &"0".repeat(zeros);
    if places > 0 {
        digits.insert(digits.len() - places, '.');
    }
    if value < 0.0 && whole > 0.0 {
        digits.insert(0, '-');
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_standard_library_does() {
        for whole in (0..3_000_u32).chain([186_000, 46_730_000, u32::MAX]) {
            for scale in [1.0, 10.0, 100.0, 10_000.0, 1e-4, 1e-8] {
                let value = f64::from(whole) / scale;
                assert_eq!(written(value), value.to_string());
                // Halves aside: there the standard library goes by what the `f64` really is.
                for places in 0..3 {
                    if (value * 10_f64.powi(places)).fract() != 0.5 {
                        assert_eq!(
                            rounded(value, places),
                            format!("{value:.0$}", places as usize)
                        );
                    }
                }
            }
        }
        for value in [-0.25, 1.0 / 3.0, 2.0 / 3.0, 1e20, 6e30] {
            assert_eq!(
                written(value)[..9.min(written(value).len())],
                value.to_string()[..9.min(written(value).len())]
            );
        }
        assert_eq!(written(f64::INFINITY).len(), 309);
    }
}
