package weka.classifiers.functions.boundedmlp.plot;

/** The versions of Weka that the plugins support; Weka asks every plugin in the result list for them. */
abstract class ExplorerPlugin {

    /** {@return the oldest supported version} */
    public String getMinVersion() {
        return "3.8.6";
    }

    /** {@return the first version that is too new} */
    public String getMaxVersion() {
        return "4.0.0";
    }

    /** {@return the version that the plugin was written for} */
    public String getDesignVersion() {
        return "3.8.7";
    }
}
